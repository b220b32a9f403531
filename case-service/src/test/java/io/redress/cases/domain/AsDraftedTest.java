package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The draft cites the description; order o-1 is disclosed too. */
class AsDraftedTest {

    @Test
    void a_ruling_cites_what_the_draft_cites_or_what_was_disclosed_from_the_beginning() {
        assertThat(refusal(TEXT, "description")).isEmpty();
        assertThat(refusal(TEXT, "description", "o-1")).isEmpty();
        assertThat(refusal(TEXT, "o-1")).as("and may cite less").isEmpty();
    }

    @Test
    void what_nobody_could_reply_to_needs_another_draft() {
        Refusal refused = refusal(TEXT, "description", "doc-1").orElseThrow();

        assertThat(refused.code()).isEqualTo(CaseRefusal.INCONSISTENT_WITH_DRAFT);
        assertThat(refused.wrong()).extracting(Refusal.Wrong::pointer).containsExactly("/violations/0/facts/1");
    }

    @Test
    void its_reasons_answer_the_replies_in_words_of_their_own() {
        assertThat(refusal(new BilingualText("另有理由", "for what the replies have shown"), "description"))
                .isEmpty();
    }

    private static Optional<Refusal> refusal(BilingualText reasons, String... facts) {
        return AsDrafted.refusal(CaseFixtures.inReplyWindow(), CaseFixtures.ruling(reasons, facts));
    }
}
