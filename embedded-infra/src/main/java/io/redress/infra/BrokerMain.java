package io.redress.infra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A development broker as a process of its own, so that it can be killed without taking anything else with it. Settings
 * are environment variables: {@code REDRESS_BROKER_DIRECTORY}, {@code REDRESS_BROKER_PORT},
 * {@code REDRESS_BROKER_TOPOLOGY} (an AsyncAPI file), {@code REDRESS_BROKER_ADMIN_PASSWORD}, for each principal of the
 * topology {@code REDRESS_BROKER_PASSWORD_} and its name in capitals and, if there are further listeners,
 * {@code REDRESS_BROKER_LISTENERS} ({@code NAME:PORT:ADVERTISED,…}). Stops in order on SIGTERM.
 */
public final class BrokerMain {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerMain.class);
    private static final String PREFIX = "REDRESS_BROKER_";
    private static final String LISTENERS = PREFIX + "LISTENERS";

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
        String listeners = settings.furtherListeners().stream()
                .map(each -> each.name() + ":" + each.port() + ":" + each.advertisedPort())
                .collect(Collectors.joining(","));
        if (!listeners.isEmpty()) {
            environment.put(LISTENERS, listeners);
        }
        return environment;
    }

    static EmbeddedKafka.Settings settings(Map<String, String> environment) throws IOException {
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
                topology,
                listeners(environment.getOrDefault(LISTENERS, "")));
    }

    private static List<EmbeddedKafka.Listener> listeners(String text) {
        List<EmbeddedKafka.Listener> listeners = new ArrayList<>();
        for (String each : text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = each.split(":");
            if (parts.length != 3) {
                throw new IllegalArgumentException(LISTENERS + " is not NAME:PORT:ADVERTISED,…: " + text);
            }
            listeners.add(new EmbeddedKafka.Listener(
                    parts[0].strip(), Integer.parseInt(parts[1].strip()), Integer.parseInt(parts[2].strip())));
        }
        return List.copyOf(listeners);
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
