package io.redress.infra;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The broker's properties: one node that is broker and controller, all listeners with SASL, everything denied by default. */
final class BrokerConfiguration {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "CLIENT";
    static final Set<String> OWN_LISTENERS = Set.of(CLIENT_LISTENER, CONTROLLER_LISTENER);

    private BrokerConfiguration() {}

    static Map<String, String> of(EmbeddedKafka.Settings settings, int clientPort, int controllerPort) {
        Map<String, String> everyone = new HashMap<>(settings.passwords());
        everyone.put(EmbeddedKafka.ADMIN, settings.adminPassword());
        Map<String, String> adminAlone = Map.of(EmbeddedKafka.ADMIN, settings.adminPassword());

        Map<String, String> properties = new HashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("log.dirs", settings.logDirectory().toString());
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners",
                CLIENT_LISTENER + "://127.0.0.1:" + clientPort + "," + CONTROLLER_LISTENER + "://127.0.0.1:"
                        + controllerPort);
        properties.put("advertised.listeners", CLIENT_LISTENER + "://127.0.0.1:" + clientPort);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("inter.broker.listener.name", CLIENT_LISTENER);
        properties.put(
                "listener.security.protocol.map",
                CLIENT_LISTENER + ":SASL_PLAINTEXT," + CONTROLLER_LISTENER + ":SASL_PLAINTEXT");
        properties.put("sasl.enabled.mechanisms", "PLAIN");
        properties.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        properties.put("sasl.mechanism.controller.protocol", "PLAIN");
        properties.put(
                "listener.name.client.plain.sasl.jaas.config",
                PlainLogin.asServer(EmbeddedKafka.ADMIN, settings.adminPassword(), everyone));
        properties.put(
                "listener.name.controller.plain.sasl.jaas.config",
                PlainLogin.asServer(EmbeddedKafka.ADMIN, settings.adminPassword(), adminAlone));

        for (EmbeddedKafka.Listener listener : settings.furtherListeners()) {
            add(properties, listener);
        }

        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:" + EmbeddedKafka.ADMIN);
        properties.put("allow.everyone.if.no.acl.found", "false");
        properties.put("auto.create.topics.enable", "false");

        properties.putAll(sizedForOneNode());
        return properties;
    }

    private static void add(Map<String, String> properties, EmbeddedKafka.Listener listener) {
        String own = "listener.name." + listener.name().toLowerCase(Locale.ROOT) + ".";
        String address = listener.name() + "://127.0.0.1:";
        append(properties, "listeners", address + listener.port());
        append(properties, "advertised.listeners", address + listener.advertisedPort());
        append(properties, "listener.security.protocol.map", listener.name() + ":SASL_PLAINTEXT");
        properties.put(own + "plain.sasl.jaas.config", properties.get("listener.name.client.plain.sasl.jaas.config"));
        properties.put(own + "num.network.threads", "1");
    }

    private static void append(Map<String, String> properties, String name, String more) {
        properties.merge(name, more, (before, added) -> before + "," + added);
    }

    private static Map<String, String> sizedForOneNode() {
        return Map.ofEntries(
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "3"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                // The defaults take 128 MB of heap and 20 MB of index for each partition.
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.index.size.max.bytes", "1048576"));
    }
}
