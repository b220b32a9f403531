package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.crash.CrashMatrix;
import io.redress.infra.FreePorts;
import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.quickstart.suite.Instance;
import io.redress.quickstart.suite.Links;
import io.redress.quickstart.suite.ProcessPlan;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.Suite;
import io.redress.quickstart.suite.SuiteConfig;
import io.redress.quickstart.suite.SuitePorts;
import io.redress.quickstart.suite.SuiteProcesses;
import io.redress.quickstart.suite.SuiteSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * One service's command and consumer, killed at every crash point; {@code -Dredress.crash=all} for those of all
 * services.
 */
class CrashMatrixE2E {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void whatever_was_acknowledged_survives_a_crash_at_any_point_and_happens_once() throws IOException {
        boolean all = "all".equals(System.getProperty("redress.crash"));
        Set<ServiceName> services = all ? EnumSet.allOf(ServiceName.class) : EnumSet.of(ServiceName.CASES);
        Path target = Path.of("target").toAbsolutePath();
        Files.createDirectories(target);
        Path data = Files.createTempDirectory(target, "crash-");
        SuitePorts ports = freePorts();
        Map<ServiceName, Map<String, String>> environment = new EnumMap<>(ServiceName.class);
        services.forEach(service -> environment.put(service, CrashMatrix.environment(service)));
        ProcessPlan plan = new ProcessPlan(ROOT, Map.of(), environment, Map.of(), Links.DIRECT);
        try (Suite suite = new Suite(
                new SuiteConfig(data, ports, Optional.empty(), Optional.empty(), Optional.of(plan)), Map.of())) {
            suite.start();
            SuiteProcesses processes = suite.processes().orElseThrow();

            CrashMatrix matrix = new CrashMatrix(
                    address(data, ports, processes), service -> processes.part(service.service()), "e2e", System.out);
            List<String> violations = all ? matrix.run(services) : matrix.runBriefly(services);

            assertThat(violations).isEmpty();
        }
    }

    private static SuiteAddress address(Path data, SuitePorts ports, SuiteProcesses processes) {
        Map<ServiceName, List<String>> management = new EnumMap<>(ServiceName.class);
        for (Instance instance : processes.instances()) {
            management.put(instance.service(), List.of("http://127.0.0.1:" + instance.management()));
        }
        SuiteSecrets secrets = new SuiteSecrets(data.resolve("secrets.properties"));
        return new SuiteAddress(
                ports.url(ServiceName.GATEWAY),
                ports.controlUrl(),
                management,
                new PgUrl(
                        "127.0.0.1",
                        ports.postgres(),
                        Provisioning.DATABASE,
                        "postgres",
                        secrets.of("postgres.superuser")),
                "127.0.0.1:" + ports.kafka(),
                Map.of("admin", secrets.of("kafka.admin")),
                data.resolve("logs"));
    }

    private static SuitePorts freePorts() {
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            http.put(service, FreePorts.next());
            management.put(service, FreePorts.next());
        }
        return new SuitePorts(FreePorts.next(), FreePorts.next(), FreePorts.next(), FreePorts.next(), http, management);
    }
}
