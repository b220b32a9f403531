package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.crash.CrashMatrix;
import io.redress.quickstart.suite.ServiceName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * One service's command and consumer, ended at crash points; {@code ./redress torture --crash-matrix} has all. Last, since
 * it has to wait for the suite that the torture harms.
 */
@OwnProcesses
@ResourceLock(RunningProcesses.LOCK)
@Order(Integer.MAX_VALUE)
class CrashMatrixE2E {

    private final ProcessSuite suite = RunningProcesses.get();

    @Test
    void whatever_was_acknowledged_survives_a_crash_at_any_point_and_happens_once() {
        CrashMatrix matrix =
                new CrashMatrix(suite.address(), service -> suite.part(service.service()), "e2e", System.out);

        List<String> violations = matrix.runBriefly(Set.of(ServiceName.CASES));

        assertThat(violations).isEmpty();
    }
}
