package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagementOraclesTest {

    private static final String QUIET = activity(0, 0, 0, 0, 0, 0);

    @Test
    void rest_is_two_quiet_looks_in_a_row() {
        Deque<String> looks = new ArrayDeque<>(List.of(QUIET, activity(3, 0, 0, 0, 0, 0), QUIET, QUIET));
        try (ManagementPages pages = new ManagementPages("/activity", looks::remove)) {
            assertThat(new Rest(pages.suite()).await()).isEmpty();
        }
        assertThat(looks).isEmpty();
    }

    @Test
    void a_suite_that_does_not_rest_violates_I6_and_says_what_goes_on() {
        assertThat(restless(activity(3, 0, 0, 0, 0, 0))).isEqualTo("[case-service outboxRows 3]");
        assertThat(restless(activity(0, 4, 0, 0, 0, 0))).isEqualTo("[case-service consumerLag 4]");
        assertThat(restless(activity(0, 0, 5, 6, 0, 0)))
                .isEqualTo("[case-service dueDeadlines 5, case-service outstanding 6]");
        assertThat(restless("{}")).contains("case-service outboxRows ");
    }

    @Test
    void parked_events_are_work_except_behind_a_dead_letter() {
        assertThat(restless(activity(0, 0, 0, 0, 2, 0))).isEqualTo("[case-service parkedEvents 2]");
        try (ManagementPages pages = new ManagementPages("/activity", () -> activity(0, 0, 0, 0, 2, 1))) {
            assertThat(new Rest(pages.suite()).await()).isEmpty();
        }
    }

    @Test
    void a_problem_that_a_service_finds_in_its_own_history_violates_I4() {
        String page = "{\"service\":\"case-service\",\"problems\":[\"cas_1 #2: its text was changed\"]}";
        try (ManagementPages pages = new ManagementPages("/audit", () -> page)) {
            assertThat(new AuditOracle(pages.suite()).check())
                    .containsExactly(new Violation("I4", "case-service: cas_1 #2: its text was changed"));
        }
    }

    @Test
    void a_service_that_does_not_say_whether_its_history_is_whole_violates_I4() {
        try (ManagementPages pages = new ManagementPages("/audit", () -> "{}")) {
            assertThat(new AuditOracle(pages.suite()).check())
                    .containsExactly(new Violation("I4", "case-service does not say: 200"));
        }
    }

    private static String restless(String activity) {
        try (ManagementPages pages = new ManagementPages("/activity", () -> activity)) {
            List<Violation> found = new Rest(pages.suite(), Duration.ZERO).await();
            assertThat(found).singleElement().extracting(Violation::oracle).isEqualTo("I6");
            return found.get(0).what().substring("did not come to rest: ".length());
        }
    }

    private static String activity(int outbox, int lag, int due, int outstanding, int parked, int deadLetters) {
        return """
                {"outboxRows": %d, "consumerLag": %d, "dueDeadlines": %d, "outstanding": %d, "parkedEvents": %d,
                 "deadLetters": %d}""".formatted(outbox, lag, due, outstanding, parked, deadLetters);
    }
}
