package io.redress.penalties.domain.rulebook.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.rulebook.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The violations of one decision as version 12 would have had them, from March on. */
class ReassessedTest {

    private static final Instant SINCE = Instant.parse("2018-03-01T00:00:00Z");
    private static final Rulebook DRAFT =
            RulebookDocument.parse(SampleRulebooks.json(12).encode());

    @Test
    void the_period_begins_with_its_first_instant() {
        assertThat(points(violation("S-02", 12).proposedAt(SINCE).made())).containsExactly("S-02 24");
        assertThat(points(violation("S-02", 12).proposedAt(SINCE.minusNanos(1)).made()))
                .containsExactly("S-02 12");
    }

    @Test
    void of_one_penalty_the_heaviest_is_taken_first_and_of_several_the_first_booked() {
        assertThat(points(violation("S-03", 10).made(), violation("C-01", 24).made()))
                .containsExactlyInAnyOrder("C-01 24", "S-03 0");
        assertThat(points(
                        violation("C-01", 24).booked("pen_2", 2).made(),
                        violation("S-03", 10).booked("pen_1", 1).made()))
                .containsExactlyInAnyOrder("S-03 10", "C-01 14");
    }

    @Test
    void a_clause_of_the_closed_list_raises_the_cap_to_its_tariff() {
        assertThat(points(violation("S-91", 12).made(), violation("S-02", 24).made()))
                .containsExactlyInAnyOrder("S-91 48", "S-02 0");
        assertThat(points(
                        violation("S-02", 24).booked("pen_1", 1).made(),
                        violation("S-91", 12).booked("pen_2", 2).made()))
                .containsExactlyInAnyOrder("S-02 24", "S-91 24");
    }

    @Test
    void one_of_the_closed_list_from_before_the_period_raises_it_to_what_it_had() {
        BookedViolation before = violation("S-91", 36)
                .closing()
                .booked("pen_1", 1)
                .proposedAt(SINCE.minusSeconds(1))
                .made();

        assertThat(points(before, violation("S-03", 10).booked("pen_2", 2).made()))
                .containsExactlyInAnyOrder("S-91 36", "S-03 0");
        assertThat(points(
                        before,
                        violation("S-03", 10).booked("pen_2", 2).made(),
                        violation("C-91", 1).booked("pen_3", 3).made()))
                .as("the highest of them counts, from its booking on")
                .containsExactlyInAnyOrder("S-91 36", "S-03 0", "C-91 12");
    }

    @Test
    void a_decision_from_before_the_period_stays_as_it_is() {
        BookedViolation one =
                violation("S-02", 5).proposedAt(SINCE.minusSeconds(1)).made();
        BookedViolation other =
                violation("S-03", 30).proposedAt(SINCE.minusSeconds(1)).made();

        assertThat(points(one, other)).containsExactly("S-02 5", "S-03 30");
    }

    @Test
    void what_has_no_clause_in_the_draft_is_unpunished_and_stays_in_its_bucket() {
        List<Reassessed> gone = Reassessed.of(
                List.of(violation("G-99", 6).made(), violation("G-06", 6).made()), DRAFT, SINCE);
        List<Reassessed> old = Reassessed.of(
                List.of(violation("G-99", 0).proposedAt(SINCE.minusSeconds(1)).made()), DRAFT, SINCE);

        assertThat(gone).extracting(Reassessed::unpunished).containsExactlyInAnyOrder(true, false);
        assertThat(gone).extracting(Reassessed::bucket).containsOnly("GENERAL");
        assertThat(old).extracting(Reassessed::unpunished).containsExactly(false);
    }

    @Test
    void a_clause_that_the_draft_has_moved_counts_in_its_new_bucket() {
        assertThat(Reassessed.of(List.of(violation("S-02", 24).made()), DRAFT, SINCE))
                .extracting(Reassessed::bucket)
                .containsExactly("SERIOUS");
    }

    @Test
    void an_import_keeps_its_figure_and_a_ruling_its_ceiling() {
        assertThat(points(violation("S-02", 48).imported().made())).containsExactly("S-02 48");
        assertThat(points(violation("S-02", 24).ceiling(6).made())).containsExactly("S-02 6");
    }

    private static List<String> points(BookedViolation... decision) {
        return Reassessed.of(List.of(decision), DRAFT, SINCE).stream()
                .map(one -> one.booked().clauseId() + " " + one.points())
                .toList();
    }

    private static Violation violation(String clauseId, int points) {
        return new Violation(clauseId, points);
    }

    /** A violation of a decision in April, of one penalty and in bucket GENERAL, unless it is said otherwise. */
    private static final class Violation {

        private final String clauseId;
        private final int points;
        private String penaltyId = "pen_1";
        private int booking = 1;
        private boolean imported;
        private boolean closing;
        private OptionalInt ceiling = OptionalInt.empty();
        private Instant proposedAt = Instant.parse("2018-04-01T00:00:00Z");

        private Violation(String clauseId, int points) {
            this.clauseId = clauseId;
            this.points = points;
        }

        private Violation booked(String penalty, int place) {
            penaltyId = penalty;
            booking = place;
            return this;
        }

        private Violation proposedAt(Instant at) {
            proposedAt = at;
            return this;
        }

        private Violation imported() {
            imported = true;
            return this;
        }

        private Violation closing() {
            closing = true;
            return this;
        }

        private Violation ceiling(int most) {
            ceiling = OptionalInt.of(most);
            return this;
        }

        private BookedViolation made() {
            return new BookedViolation(
                    "m-1",
                    "s-1",
                    "dec_1",
                    penaltyId,
                    booking,
                    imported,
                    ceiling,
                    "vio_" + clauseId,
                    clauseId,
                    "GENERAL",
                    closing,
                    points,
                    points,
                    points,
                    proposedAt,
                    proposedAt);
        }
    }
}
