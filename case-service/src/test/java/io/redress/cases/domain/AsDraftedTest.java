package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.EFFECTS_WITHIN;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.done;
import static io.redress.cases.domain.CaseFixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import org.junit.jupiter.api.Test;

/** The draft cites the description; order o-1 is disclosed too. */
class AsDraftedTest {

    @Test
    void a_ruling_cites_what_the_draft_cites_or_what_was_disclosed_from_the_beginning() {
        assertThat(done(rule(TEXT, "description")).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(done(rule(TEXT, "description", "o-1")).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(done(rule(TEXT, "o-1")).status()).as("and may cite less").isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void what_nobody_could_reply_to_needs_another_draft() {
        Refusal refused = refusal(rule(TEXT, "description", "doc-1"));

        assertThat(refused.code()).isEqualTo(CaseRefusal.INCONSISTENT_WITH_DRAFT);
        assertThat(refused.wrong()).extracting(Refusal.Wrong::pointer).containsExactly("/violations/0/facts/1");
    }

    @Test
    void its_reasons_answer_the_replies_in_words_of_their_own() {
        BilingualText anew = new BilingualText("另有理由", "for the reasons that the replies have shown");

        assertThat(done(rule(anew, "description"))
                        .proceedings()
                        .ruling()
                        .orElseThrow()
                        .violations())
                .extracting(ViolationRuling::reasons)
                .containsExactly(anew);
    }

    private static Outcome<CaseChange> rule(BilingualText reasons, String... facts) {
        return Judgment.rule(
                CaseFixtures.inReplyWindow(),
                ADJUDICATOR,
                "rul_1",
                "drf_1",
                CaseFixtures.ruling(reasons, facts),
                EFFECTS_WITHIN,
                AFTER_REPLIES);
    }
}
