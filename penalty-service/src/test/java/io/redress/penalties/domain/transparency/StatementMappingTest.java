package io.redress.penalties.domain.transparency;

import static io.redress.penalties.domain.ShopScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.TransparencySamples;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.Suspension;
import io.redress.penalties.domain.penalty.Cure;
import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.Hearing;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our penalties in the words of the format, by the sample mapping. */
class StatementMappingTest {

    private static final String START = "2026-04-20T10:00:00+08:00";

    private final StatementMapping mapping = TransparencySamples.mapping();

    @Test
    void a_counterfeit_that_hid_the_shop_is_said_in_full() {
        StatementMapping.Mapped mapped = mapping.map(
                "sta_1",
                restriction(
                        penalty("DE", true, false, Optional.empty(), violation("C-01", 24)),
                        measure("SHOP_HIDDEN", 14),
                        measure("LISTINGS_REMOVED", null)));

        assertThat(mapped.problems()).isEmpty();
        assertThat(mapped.statement())
                .containsExactly(
                        Map.entry("puid", "sta_1"),
                        Map.entry(
                                "decision_visibility",
                                List.of("DECISION_VISIBILITY_CONTENT_DISABLED", "DECISION_VISIBILITY_CONTENT_REMOVED")),
                        Map.entry("account_type", "ACCOUNT_TYPE_BUSINESS"),
                        Map.entry("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT"),
                        Map.entry("incompatible_content_ground", "C-01@12"),
                        Map.entry(
                                "incompatible_content_explanation",
                                "Selling counterfeit goods: Goods were sold under a trade mark without the consent of its"
                                        + " owner."),
                        Map.entry("category", "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS"),
                        Map.entry("category_addition", List.of("STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS")),
                        Map.entry("category_specification", List.of("KEYWORD_TRADEMARK_INFRINGEMENT")),
                        Map.entry("content_type", List.of("CONTENT_TYPE_PRODUCT")),
                        Map.entry("content_date", "2016-01-01"),
                        Map.entry("territorial_scope", List.of("DE")),
                        Map.entry("application_date", "2026-04-20"),
                        Map.entry(
                                "decision_facts",
                                "C-01@12 Selling counterfeit goods, act of 2026-03-01, 2 listings, 1 order, number"
                                        + " concerned 3, amount concerned 4500.00 CNY, 24 points."),
                        Map.entry("source_type", "SOURCE_VOLUNTARY"),
                        Map.entry("automated_detection", "Yes"),
                        Map.entry("automated_decision", "AUTOMATED_DECISION_NOT_AUTOMATED"));
        assertThat(TransparencySamples.check().problems(mapped.statement())).isEmpty();
        assertThat(TransparencySamples.check().ignored(mapped.statement())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C-01, INTELLECTUAL_PROPERTY_INFRINGEMENTS, TRADEMARK_INFRINGEMENT",
        "C-02, INTELLECTUAL_PROPERTY_INFRINGEMENTS, TRADEMARK_INFRINGEMENT",
        "C-03, INTELLECTUAL_PROPERTY_INFRINGEMENTS, TRADEMARK_INFRINGEMENT",
        "C-91, INTELLECTUAL_PROPERTY_INFRINGEMENTS, TRADEMARK_INFRINGEMENT",
        "C-92, INTELLECTUAL_PROPERTY_INFRINGEMENTS, TRADEMARK_INFRINGEMENT",
        "S-02, SCAMS_AND_FRAUD, INAUTHENTIC_ACCOUNTS",
        "S-03, SCAMS_AND_FRAUD, INAUTHENTIC_LISTINGS;INAUTHENTIC_USER_REVIEWS",
        "G-01, OTHER_VIOLATION_TC, GOODS_SERVICES_NOT_PERMITTED",
        "S-01, OTHER_VIOLATION_TC, GOODS_SERVICES_NOT_PERMITTED",
        "S-91, OTHER_VIOLATION_TC, GOODS_SERVICES_NOT_PERMITTED"
    })
    void each_clause_has_its_category_and_keywords(String clauseId, String category, String keywords) {
        Map<String, Object> statement = mapped(violation(clauseId, 12), measure("SHOP_HIDDEN", 7));

        assertThat(statement.get("category")).isEqualTo("STATEMENT_CATEGORY_" + category);
        assertThat(statement.get("category_specification"))
                .isEqualTo(Arrays.stream(keywords.split(";"))
                        .map(keyword -> "KEYWORD_" + keyword)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "SHOP_HIDDEN, 14, decision_visibility, [DECISION_VISIBILITY_CONTENT_DISABLED], end_date_visibility_restriction, 2026-05-04",
        "PROMOTION_BAN, 7, decision_visibility, [DECISION_VISIBILITY_CONTENT_DEMOTED], end_date_visibility_restriction, 2026-04-27",
        "LISTINGS_REMOVED, , decision_visibility, [DECISION_VISIBILITY_CONTENT_REMOVED], end_date_visibility_restriction, ",
        "PAYOUT_HOLD, 21, decision_monetary, DECISION_MONETARY_SUSPENSION, end_date_monetary_restriction, 2026-05-11",
        "NEW_LISTING_BAN, 7, decision_provision, DECISION_PROVISION_PARTIAL_SUSPENSION, end_date_service_restriction, 2026-04-27",
        "SHOP_CLOSURE, , decision_provision, DECISION_PROVISION_TOTAL_TERMINATION, end_date_service_restriction, ",
        "SHOP_CLOSURE, , decision_account, DECISION_ACCOUNT_TERMINATED, end_date_account_restriction, "
    })
    void each_measure_is_a_decision_with_its_end(
            String kind, Integer days, String field, String decision, String endField, String end) {
        Map<String, Object> statement = mapped(violation("S-01", 12), measure(kind, days));

        assertThat(String.valueOf(statement.get(field))).isEqualTo(decision);
        assertThat(statement.get(endField)).isEqualTo(end);
    }

    @Test
    void several_measures_are_filed_together_the_gravest_of_a_kind_and_the_last_day_of_each_kind() {
        StatementMapping.Mapped mapped = mapping.map(
                "sta_1",
                restriction(
                        penalty("DE", false, false, Optional.empty(), violation("S-01", 24)),
                        measure("SHOP_HIDDEN", 14),
                        measure("PROMOTION_BAN", 30),
                        measure("NEW_LISTING_BAN", 7),
                        measure("SHOP_CLOSURE", null)));

        assertThat(mapped.statement())
                .containsEntry(
                        "decision_visibility",
                        List.of("DECISION_VISIBILITY_CONTENT_DISABLED", "DECISION_VISIBILITY_CONTENT_DEMOTED"))
                .containsEntry("end_date_visibility_restriction", "2026-05-20")
                .containsEntry("decision_provision", "DECISION_PROVISION_TOTAL_TERMINATION")
                .containsEntry("decision_account", "DECISION_ACCOUNT_TERMINATED")
                .doesNotContainKeys(
                        "end_date_service_restriction", "end_date_account_restriction", "decision_monetary");
    }

    @Test
    void the_heaviest_violation_leads_and_the_others_add() {
        Map<String, Object> statement = mapping.map(
                        "sta_1",
                        restriction(
                                penalty(
                                        "DE",
                                        false,
                                        false,
                                        Optional.empty(),
                                        violation("S-03", 2),
                                        violation("C-01", 22)),
                                measure("SHOP_HIDDEN", 14)))
                .statement();

        assertThat(statement)
                .containsEntry("category", "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS")
                .containsEntry(
                        "category_addition",
                        List.of(
                                "STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS",
                                "STATEMENT_CATEGORY_SCAMS_AND_FRAUD"))
                .containsEntry(
                        "category_specification",
                        List.of(
                                "KEYWORD_TRADEMARK_INFRINGEMENT",
                                "KEYWORD_INAUTHENTIC_LISTINGS",
                                "KEYWORD_INAUTHENTIC_USER_REVIEWS"))
                .containsEntry("incompatible_content_ground", "C-01@12, S-03@12");
    }

    @ParameterizedTest
    @CsvSource({
        "false, , AUTOMATED_DECISION_NOT_AUTOMATED",
        "true, , AUTOMATED_DECISION_FULLY",
        "true, enf-lead, AUTOMATED_DECISION_PARTIALLY"
    })
    void whether_a_machine_decided_is_said(boolean automated, String approver, String expected) {
        Penalty penalty = penalty("DE", false, automated, Optional.ofNullable(approver), violation("S-01", 12));

        Map<String, Object> statement = mapping.map("sta_1", restriction(penalty, measure("SHOP_HIDDEN", 7)))
                .statement();

        assertThat(statement).containsEntry("automated_decision", expected).containsEntry("automated_detection", "No");
    }

    @Test
    void a_union_is_its_countries_and_a_country_outside_is_a_problem() {
        Map<String, Object> union = mapping.map(
                        "sta_1",
                        restriction(
                                penalty("EU", false, false, Optional.empty(), violation("S-01", 12)),
                                measure("SHOP_HIDDEN", 7)))
                .statement();
        StatementMapping.Mapped outside = mapping.map(
                "sta_1",
                restriction(
                        penalty("CN", false, false, Optional.empty(), violation("S-01", 12)),
                        measure("SHOP_HIDDEN", 7)));

        assertThat(union.get("territorial_scope"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .hasSize(27)
                .doesNotContain("NO", "IS", "LI");
        assertThat(outside.problems())
                .containsExactly(new FormatProblem(
                        "territorial_scope", "the penalty holds in CN, which is no country of the format"));
    }

    @Test
    void a_measure_without_words_in_the_format_is_a_problem() {
        StatementMapping.Mapped mapped = mapping.map(
                "sta_1",
                restriction(
                        penalty("DE", false, false, Optional.empty(), violation("S-01", 12)),
                        measure("SHOP_HIDDEN", 7),
                        measure("WAREHOUSE_SEALED", 7)));

        assertThat(mapped.problems())
                .containsExactly(
                        new FormatProblem("decision_visibility", "the mapping has no measure WAREHOUSE_SEALED"));
    }

    @Test
    void nothing_that_a_person_wrote_and_no_id_is_filed() {
        String filed = mapped(violation("C-01", 24), measure("SHOP_HIDDEN", 14)).toString();

        assertThat(filed)
                .doesNotContain("Zhang Wei")
                .doesNotContain("l-1")
                .doesNotContain("o-1")
                .doesNotContain("s-1")
                .doesNotContain("m-1")
                .doesNotContain("an explanation")
                .doesNotContain("enf-1");
    }

    @Test
    void a_law_as_the_ground_is_filed_as_illegal_content() {
        TransparencyMapping byLaw = new TransparencyMapping(
                TransparencySamples.MAPPING.platform(),
                List.of(new TransparencyMapping.ActRule(
                        Set.of(),
                        Set.of(),
                        "STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS",
                        List.of(),
                        List.of(),
                        Optional.of("Regulation (EU) 2023/988"),
                        Optional.empty())),
                TransparencySamples.MAPPING.measures(),
                Map.of());

        Map<String, Object> statement = new StatementMapping(byLaw, TransparencySamples.SCHEMA)
                .map(
                        "sta_1",
                        restriction(
                                penalty("DE", false, false, Optional.empty(), violation("S-01", 12)),
                                measure("SHOP_HIDDEN", 7)))
                .statement();

        assertThat(statement)
                .containsEntry("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT")
                .containsEntry("illegal_content_legal_ground", "Regulation (EU) 2023/988")
                .doesNotContainKeys("incompatible_content_ground", "category_addition", "category_specification");
        assertThat(TransparencySamples.check().problems(statement)).isEmpty();
    }

    @Test
    void a_mapping_is_refused_for_every_word_that_the_format_does_not_have() {
        TransparencyMapping wrong = new TransparencyMapping(
                new TransparencyMapping.Platform(
                        List.of("CONTENT_TYPE_SHOP"), "ACCOUNT_TYPE_BUSINESS", "SOURCE_OTHER", Optional.empty()),
                List.of(new TransparencyMapping.ActRule(
                        Set.of("C-01"),
                        Set.of(),
                        "COUNTERFEIT",
                        List.of(),
                        List.of("KEYWORD_FAKE"),
                        Optional.empty(),
                        Optional.empty())),
                List.of(new TransparencyMapping.MeasureRule(
                        "SHOP_HIDDEN", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                Map.of("EU", List.of("XX")));

        assertThat(wrong.problems(TransparencySamples.SCHEMA))
                .containsExactly(
                        "acts: the last one must fit all, without clauses and actKinds",
                        "content_type: the format has no CONTENT_TYPE_SHOP",
                        "source_type: the format has no SOURCE_OTHER",
                        "category: the format has no COUNTERFEIT",
                        "category_specification: the format has no KEYWORD_FAKE",
                        "measures: SHOP_HIDDEN is no decision of the format",
                        "territorial_scope: the format has no XX");
    }

    private Map<String, Object> mapped(Violation violation, Measure measure) {
        return mapping.map("sta_1", restriction(penalty("DE", true, false, Optional.empty(), violation), measure))
                .statement();
    }

    private static Restriction restriction(Penalty penalty, Measure... measures) {
        return new Restriction(penalty, List.of(measures), ShopScenario.RULEBOOKS, at("2016-01-01T00:00:00+08:00"));
    }

    private static Penalty penalty(
            String territory, boolean detection, boolean decision, Optional<String> approver, Violation... violations) {
        Penalty.Basis basis = new Penalty.Basis(
                "dec_1",
                "m-1",
                "s-1",
                Optional.empty(),
                Optional.empty(),
                "enf-1",
                Optional.empty(),
                Optional.empty(),
                at(START),
                12,
                new Text("说明", "an explanation about Zhang Wei"),
                detection,
                decision,
                territory,
                List.of());
        return new Penalty(
                "pen_1",
                basis,
                List.of(violations),
                PenaltyStatus.IN_FORCE,
                false,
                false,
                approver,
                Optional.empty(),
                Optional.of(at(START)),
                OptionalInt.of(1),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Hearing.NONE,
                Cure.NONE);
    }

    private static Violation violation(String clauseId, int points) {
        Clause clause = ShopScenario.RULEBOOKS
                .version(12)
                .flatMap(rulebook -> rulebook.clause(clauseId))
                .orElseThrow();
        return new Violation(
                "vio_" + clauseId,
                clauseId,
                12,
                clause.bucket(),
                points,
                points,
                points,
                clause.closureEligible(),
                clause.actKind(),
                at("2026-03-01T12:00:00+08:00"),
                at("2026-03-01T13:00:00+08:00"),
                List.of(),
                new Facts(
                        Optional.of(new Text("张伟投诉", "Zhang Wei complained.")),
                        List.of("o-1"),
                        List.of("l-1", "l-2"),
                        Optional.of(new Facts.Amount(450_000, "CNY")),
                        OptionalInt.of(3)),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Measure measure(String kind, Integer days) {
        return new Measure(
                "mea_" + kind,
                "pen_1",
                Optional.of(new Measure.Ground("SERIOUS", 12)),
                kind,
                days == null ? OptionalInt.empty() : OptionalInt.of(days),
                Measure.Origin.IMPOSED,
                Measure.State.IN_FORCE,
                true,
                at(START),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Suspension.NONE);
    }
}
