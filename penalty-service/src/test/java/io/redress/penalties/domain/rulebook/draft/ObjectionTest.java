package io.redress.penalties.domain.rulebook.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A draft with the clauses of version 12, and an objection to one of them. */
class ObjectionTest {

    private static final Instant APRIL_1 = Instant.parse("2018-04-01T00:00:00Z");

    private final RulebookDraft draft = RulebookDraft.opened(
            "rbd_1", RulebookDocument.read(SampleRulebooks.json(12).encode()), "gov-vp", APRIL_1);

    @Test
    void a_draft_has_the_clauses_of_its_rules() {
        assertThat(draft.hasClause("G-01")).isTrue();
        assertThat(draft.hasClause("C-92")).isTrue();
        assertThat(draft.hasClause("G-99")).isFalse();
    }

    @Test
    void whoever_raises_it_is_the_first_to_stand_behind_it() {
        Objection raised = Objection.raised("obj_1", draft, "m-1", Optional.of("G-01"), "zh", "太短", APRIL_1);

        assertThat(raised)
                .isEqualTo(new Objection(
                        "obj_1", "rbd_1", "m-1", Optional.of("G-01"), "zh", "太短", APRIL_1, 1, Optional.empty()));
        assertThat(raised.status()).isEqualTo(Objection.Status.OPEN);
    }

    @Test
    void what_cannot_be_done_any_more_is_refused_with_the_reason() {
        Objection raised = Objection.raised("obj_1", draft, "m-1", Optional.empty(), "zh", "太短", APRIL_1);
        Objection withdrawn = done(raised.left());
        Objection answered = done(raised.answered(new Objection.Answer(new Text("理由", "reasons"), "gov-vp", APRIL_1)));

        assertThat(why(withdrawn.joined())).isEqualTo("It has been withdrawn.");
        assertThat(why(answered.left())).isEqualTo("It has been answered.");
    }

    private static Objection done(Outcome<Objection> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Objection>) outcome).value();
    }

    private static String why(Outcome<Objection> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Objection>) outcome).refusal().detail();
    }
}
