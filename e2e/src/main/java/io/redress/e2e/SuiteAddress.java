package io.redress.e2e;

import io.redress.infra.PgUrl;
import io.redress.quickstart.suite.ServiceName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the parts of a suite are reached that workloads, oracles and faults work on.
 *
 * @param gateway its origin, {@code http://127.0.0.1:8080}
 * @param control origin of the suite's control port: clock, development tokens, marketplace switches
 * @param management origins of the management ports of every instance of a service
 * @param superuser of database {@code redress}
 * @param kafkaBootstrap where the broker itself listens
 * @param kafkaPasswords SASL/PLAIN password of {@code admin} and of each service
 * @param logs directory with the logs of all processes
 */
public record SuiteAddress(
        String gateway,
        String control,
        Map<ServiceName, List<String>> management,
        PgUrl superuser,
        String kafkaBootstrap,
        Map<String, String> kafkaPasswords,
        Path logs) {}
