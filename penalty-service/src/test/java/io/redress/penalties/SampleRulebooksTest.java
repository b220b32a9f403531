package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.RulebookCheck;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Tariff;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleRulebooksTest {

    private final Rulebook eleven =
            RulebookDocument.parse(SampleRulebooks.json(11).encode());
    private final Rulebook twelve =
            RulebookDocument.parse(SampleRulebooks.json(12).encode());

    @Test
    void neither_contradicts_itself() {
        for (int version : List.of(11, 12)) {
            RulebookForm form =
                    RulebookDocument.read(SampleRulebooks.json(version).encode());

            assertThat(RulebookCheck.ofContent(form)).isEmpty();
            assertThat(RulebookCheck.ofDates(form, new Rulebooks(List.of(eleven, twelve))))
                    .isEmpty();
        }
    }

    @Test
    void four_clauses_may_close_a_shop() {
        assertThat(twelve.clauses().stream().filter(Clause::closureEligible))
                .extracting(Clause::id)
                .containsExactly("S-91", "S-92", "C-91", "C-92");
    }

    @Test
    void one_kind_of_measure_ends_a_shops_trade() {
        assertThat(new Rulebooks(List.of(eleven, twelve)).closureKinds()).containsExactly("SHOP_CLOSURE");
        assertThat(new Rulebooks(List.of()).closureKinds()).isEmpty();
    }

    @Test
    void version_eleven_has_no_off_platform_clause_and_a_fixed_lure() {
        assertThat(eleven.clause("C-02")).isEmpty();
        assertThat(eleven.clause("S-05").orElseThrow().tariff()).isEqualTo(new Tariff.Fixed(12));
        assertThat(twelve.clause("S-05").orElseThrow().tariff()).isInstanceOf(Tariff.Range.class);
        assertThat(eleven.clauses()).hasSize(18);
        assertThat(twelve.clauses()).hasSize(19);
    }

    @Test
    void selling_fakes_on_and_off_the_platform_are_acts_of_two_kinds() {
        assertThat(twelve.clause("C-01").orElseThrow().actKind())
                .isNotEqualTo(twelve.clause("C-02").orElseThrow().actKind());
    }

    @Test
    void an_earlier_breach_is_remembered_for_365_days_unless_the_rules_say_otherwise() {
        String otherwise = SampleRulebooks.json(12).put("cureLookBack", "P90D").encode();

        assertThat(twelve.cureLookBack()).isEqualTo(Duration.ofDays(365));
        assertThat(RulebookDocument.parse(otherwise).cureLookBack()).isEqualTo(Duration.ofDays(90));
        String written = RulebookDocument.text(RulebookDocument.read(otherwise));
        assertThat(written).contains("\"cureLookBack\":\"P90D\"");
        assertThat(RulebookDocument.parse(written)).isEqualTo(RulebookDocument.parse(otherwise));
    }

    @Test
    void written_again_the_same_content_is_the_same_text() {
        String once = RulebookDocument.text(
                RulebookDocument.read(SampleRulebooks.json(12).encode()));

        assertThat(RulebookDocument.text(RulebookDocument.read(once))).isEqualTo(once);
        assertThat(RulebookDocument.parse(once)).isEqualTo(twelve);
    }
}
