package io.redress.peers.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Spring Cloud Gateway with one route and nothing else: no token, no scope, no rate, no trace. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SpringGatewayPeer {

    /** Settings: PEER_PORT, PEER_UPSTREAM. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        SpringApplication application = new SpringApplication(SpringGatewayPeer.class);
        application.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", environment.get("PEER_PORT"),
                "logging.level.root", "WARN",
                "spring.cloud.gateway.server.webflux.routes[0].id", "all",
                "spring.cloud.gateway.server.webflux.routes[0].uri", environment.get("PEER_UPSTREAM"),
                "spring.cloud.gateway.server.webflux.routes[0].predicates[0]", "Path=/**"));
        application.run(arguments);
    }
}
