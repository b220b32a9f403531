package io.redress.penalties.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.penalties.TransparencySamples;
import io.redress.penalties.domain.transparency.TransparencyMapping.ActRule;
import io.redress.penalties.domain.transparency.TransparencyMapping.MeasureRule;
import io.redress.penalties.domain.transparency.TransparencyMapping.Platform;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping names, and what is wrong with one. */
class TransparencyMappingTest {

    private static final Platform PLATFORM = new Platform(
            List.of("CONTENT_TYPE_PRODUCT"), "ACCOUNT_TYPE_BUSINESS", "SOURCE_VOLUNTARY", Optional.empty());
    private static final ActRule ALL_ELSE = act(Set.of(), Set.of(), "OTHER_VIOLATION_TC");
    private static final ActRule COUNTERFEITS =
            act(Set.of("C-01"), Set.of("COUNTERFEIT_SALE"), "INTELLECTUAL_PROPERTY_INFRINGEMENTS");

    @Test
    void the_first_rule_that_fits_by_clause_or_by_kind_of_act_counts_and_the_last_fits_all() {
        TransparencyMapping mapping = mapping(List.of(COUNTERFEITS, ALL_ELSE), List.of());

        assertThat(mapping.act("C-01", "LATE_DISPATCH")).isEqualTo(COUNTERFEITS);
        assertThat(mapping.act("G-01", "COUNTERFEIT_SALE")).isEqualTo(COUNTERFEITS);
        assertThat(mapping.act("G-01", "LATE_DISPATCH")).isEqualTo(ALL_ELSE);
        assertThat(mapping(List.of(ALL_ELSE, COUNTERFEITS), List.of()).act("C-01", "COUNTERFEIT_SALE"))
                .isEqualTo(ALL_ELSE);
        TransparencyMapping open = mapping(List.of(COUNTERFEITS), List.of());
        assertThatThrownBy(() -> open.act("G-01", "LATE_DISPATCH")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_rule_fits_all_only_when_it_names_neither_clauses_nor_kinds_of_acts() {
        assertThat(ALL_ELSE.fitsAll()).isTrue();
        assertThat(COUNTERFEITS.fitsAll()).isFalse();
        assertThat(act(Set.of("C-01"), Set.of(), "SCAMS_AND_FRAUD").fitsAll()).isFalse();
        assertThat(act(Set.of(), Set.of("HARASSMENT"), "SCAMS_AND_FRAUD").fitsAll())
                .isFalse();
    }

    @Test
    void it_knows_the_measures_that_it_has_words_for() {
        TransparencyMapping mapping = mapping(
                List.of(ALL_ELSE),
                List.of(measure("SHOP_HIDDEN", "DECISION_VISIBILITY_CONTENT_DISABLED", null, null, null)));

        assertThat(mapping.knows("SHOP_HIDDEN")).isTrue();
        assertThat(mapping.knows("PAYOUT_HOLD")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DECISION_VISIBILITY_CONTENT_DISABLED, , , ",
        ", DECISION_MONETARY_SUSPENSION, , ",
        ", , DECISION_PROVISION_TOTAL_SUSPENSION, ",
        ", , , DECISION_ACCOUNT_SUSPENDED"
    })
    void one_decision_of_any_sort_makes_a_measure_one_of_the_format(
            String visibility, String monetary, String provision, String account) {
        assertThat(problems(
                        mapping(List.of(ALL_ELSE), List.of(measure("M", visibility, monetary, provision, account)))))
                .isEmpty();
    }

    @Test
    void each_decision_is_one_of_its_own_field() {
        MeasureRule wrong = measure(
                "SHOP_HIDDEN",
                "DECISION_MONETARY_SUSPENSION",
                "DECISION_PROVISION_TOTAL_SUSPENSION",
                "DECISION_ACCOUNT_SUSPENDED",
                "DECISION_VISIBILITY_CONTENT_DISABLED");

        assertThat(problems(mapping(List.of(ALL_ELSE), List.of(wrong))))
                .containsExactly(
                        "decision_visibility: the format has no DECISION_MONETARY_SUSPENSION",
                        "decision_monetary: the format has no DECISION_PROVISION_TOTAL_SUSPENSION",
                        "decision_provision: the format has no DECISION_ACCOUNT_SUSPENDED",
                        "decision_account: the format has no DECISION_VISIBILITY_CONTENT_DISABLED");
    }

    @Test
    void a_mapping_without_acts_or_without_a_last_one_for_all_leaves_something_open() {
        String open = "acts: the last one must fit all, without clauses and actKinds";

        assertThat(problems(mapping(List.of(), List.of()))).containsExactly(open);
        assertThat(problems(mapping(List.of(ALL_ELSE, COUNTERFEITS), List.of())))
                .containsExactly(open);
        assertThat(problems(mapping(List.of(COUNTERFEITS, ALL_ELSE), List.of())))
                .isEmpty();
    }

    @Test
    void a_platform_says_what_its_accounts_are_and_what_stands_on_them() {
        TransparencyMapping mapping = new TransparencyMapping(
                new Platform(List.of(), "ACCOUNT_TYPE_SHOP", "SOURCE_VOLUNTARY", Optional.empty()),
                List.of(ALL_ELSE),
                List.of(),
                Map.of());

        assertThat(problems(mapping))
                .containsExactly("platform: no contentTypes", "account_type: the format has no ACCOUNT_TYPE_SHOP");
    }

    @Test
    void further_categories_are_categories_of_the_format() {
        ActRule act = new ActRule(
                Set.of(),
                Set.of(),
                "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
                List.of("STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS", "FRAUD"),
                List.of(),
                Optional.empty(),
                Optional.empty());

        assertThat(problems(mapping(List.of(act), List.of())))
                .containsExactly("category_addition: the format has no FRAUD");
    }

    private static TransparencyMapping mapping(List<ActRule> acts, List<MeasureRule> measures) {
        return new TransparencyMapping(PLATFORM, acts, measures, Map.of());
    }

    private static List<String> problems(TransparencyMapping mapping) {
        return mapping.problems(TransparencySamples.SCHEMA);
    }

    private static ActRule act(Set<String> clauses, Set<String> kinds, String category) {
        return new ActRule(
                clauses,
                kinds,
                "STATEMENT_CATEGORY_" + category,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static MeasureRule measure(
            String kind, String visibility, String monetary, String provision, String account) {
        return new MeasureRule(
                kind,
                Optional.ofNullable(visibility),
                Optional.ofNullable(monetary),
                Optional.ofNullable(provision),
                Optional.ofNullable(account));
    }
}
