package io.redress.benchmarks.suite;

import io.redress.infra.BrokerTopology;
import io.redress.infra.EmbeddedKafka;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The broker in a process of its own. Settings: BENCH_KAFKA_DIRECTORY, BENCH_KAFKA_PORT. Says {@code ready}. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        BrokerTopology topology;
        try (InputStream document = BrokerMain.class.getResourceAsStream("/asyncapi.yaml")) {
            topology = BrokerTopology.parse(document);
        }
        EmbeddedKafka kafka = EmbeddedKafka.start(new EmbeddedKafka.Settings(
                Path.of(environment.get("BENCH_KAFKA_DIRECTORY")),
                Integer.parseInt(environment.get("BENCH_KAFKA_PORT")),
                Infrastructure.passwordOf(EmbeddedKafka.ADMIN),
                topology.principals().stream()
                        .collect(Collectors.toMap(Function.identity(), Infrastructure::passwordOf)),
                topology));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-broker"));
        System.out.println("ready");
    }
}
