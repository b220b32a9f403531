package io.redress.infra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A development broker as a process of its own, so that it can be killed without taking anything else with it. Settings
 * are environment variables: {@code REDRESS_BROKER_DIRECTORY}, {@code REDRESS_BROKER_PORT},
 * {@code REDRESS_BROKER_TOPOLOGY} (an AsyncAPI file), {@code REDRESS_BROKER_ADMIN_PASSWORD} and, for each principal of
 * the topology, {@code REDRESS_BROKER_PASSWORD_} and its name in capitals. Stops in order on SIGTERM.
 */
public final class BrokerMain {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerMain.class);
    private static final String PREFIX = "REDRESS_BROKER_";

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        EmbeddedKafka broker = EmbeddedKafka.start(settings(System.getenv()));
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            broker.close();
                            end.countDown();
                        },
                        "stop"));
        LOG.info("broker ready at {}", broker.bootstrap());
        end.await();
    }

    /** @return what the process of a broker with these settings is given */
    public static Map<String, String> environment(EmbeddedKafka.Settings settings, Path topologyFile) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(PREFIX + "DIRECTORY", settings.logDirectory().toString());
        environment.put(PREFIX + "PORT", Integer.toString(settings.port()));
        environment.put(PREFIX + "TOPOLOGY", topologyFile.toString());
        environment.put(PREFIX + "ADMIN_PASSWORD", settings.adminPassword());
        settings.passwords().forEach((principal, password) -> environment.put(password(principal), password));
        return environment;
    }

    private static EmbeddedKafka.Settings settings(Map<String, String> environment) throws IOException {
        BrokerTopology topology;
        try (InputStream file = Files.newInputStream(Path.of(required(environment, PREFIX + "TOPOLOGY")))) {
            topology = BrokerTopology.parse(file);
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        topology.principals()
                .forEach(principal -> passwords.put(principal, required(environment, password(principal))));
        return new EmbeddedKafka.Settings(
                Path.of(required(environment, PREFIX + "DIRECTORY")),
                Integer.parseInt(required(environment, PREFIX + "PORT")),
                required(environment, PREFIX + "ADMIN_PASSWORD"),
                passwords,
                topology);
    }

    private static String password(String principal) {
        return PREFIX + "PASSWORD_" + principal.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
