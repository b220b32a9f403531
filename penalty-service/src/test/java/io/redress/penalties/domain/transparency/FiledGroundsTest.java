package io.redress.penalties.domain.transparency;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.TransparencySamples;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.transparency.TransparencyMapping.ActRule;
import io.redress.penalties.domain.transparency.TransparencyMapping.MeasureRule;
import io.redress.penalties.domain.transparency.TransparencyMapping.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is filed of a penalty that hid a shop for 14 days and banned it from promotions for 30, by mappings of our own. */
class FiledGroundsTest {

    private static final MeasureRule HIDDEN = rule("SHOP_HIDDEN", "DECISION_MONETARY_SUSPENSION");
    private static final MeasureRule BANNED_ALIKE = rule("PROMOTION_BAN", "DECISION_MONETARY_SUSPENSION");
    private static final MeasureRule BANNED_OTHERWISE = rule("PROMOTION_BAN", "DECISION_MONETARY_TERMINATION");

    private final ShopScenario shop = new ShopScenario();
    private final Penalty penalty = shop.penalty(shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01")));

    @Test
    void whether_content_against_the_rules_is_also_held_to_be_illegal_is_said_where_the_mapping_says_it() {
        assertThat(filed(Optional.empty(), Optional.of(true), HIDDEN))
                .containsEntry("incompatible_content_illegal", "Yes");
        assertThat(filed(Optional.empty(), Optional.of(false), HIDDEN))
                .containsEntry("incompatible_content_illegal", "No");
        assertThat(filed(Optional.empty(), Optional.empty(), HIDDEN)).doesNotContainKey("incompatible_content_illegal");
    }

    @Test
    void the_published_rules_are_referred_to_where_they_have_an_address() {
        assertThat(filed(Optional.of("https://rules.example"), Optional.empty(), HIDDEN))
                .containsEntry("decision_ground_reference_url", "https://rules.example");
        assertThat(filed(Optional.empty(), Optional.empty(), HIDDEN))
                .doesNotContainKey("decision_ground_reference_url");
    }

    @Test
    void a_decision_ends_with_the_last_of_the_measures_that_are_it_and_not_with_those_that_are_another() {
        assertThat(filed(Optional.empty(), Optional.empty(), HIDDEN, BANNED_OTHERWISE))
                .containsEntry("decision_monetary", "DECISION_MONETARY_SUSPENSION")
                .containsEntry("end_date_monetary_restriction", "2018-04-15");
        assertThat(filed(Optional.empty(), Optional.empty(), HIDDEN, BANNED_ALIKE))
                .containsEntry("end_date_monetary_restriction", "2018-05-01");
        assertThat(filed(Optional.empty(), Optional.empty(), BANNED_OTHERWISE, HIDDEN))
                .containsEntry("decision_monetary", "DECISION_MONETARY_TERMINATION")
                .containsEntry("end_date_monetary_restriction", "2018-05-01");
    }

    @Test
    void a_statement_is_filed_about_what_a_threshold_brought_with_this_penalty() {
        Measure hidden = shop.measure("SHOP_HIDDEN");
        ShopScenario other = new ShopScenario();
        Penalty imported = other.penalty(
                other.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty()));

        assertThat(Restriction.filed(penalty, hidden)).isTrue();
        assertThat(Restriction.filed(another(penalty), hidden)).isFalse();
        assertThat(Restriction.filed(penalty, of(hidden, Measure.Origin.CONTINUED)))
                .isFalse();
        assertThat(Restriction.filed(penalty, of(hidden, Measure.Origin.IMPORTED)))
                .isFalse();
        assertThat(Restriction.filed(imported, owned(hidden, imported.id())))
                .as("decided by others before")
                .isFalse();
    }

    private Map<String, Object> filed(Optional<String> termsUrl, Optional<Boolean> illegal, MeasureRule... measures) {
        TransparencyMapping mapping = new TransparencyMapping(
                new Platform(List.of("CONTENT_TYPE_PRODUCT"), "ACCOUNT_TYPE_BUSINESS", "SOURCE_VOLUNTARY", termsUrl),
                List.of(new ActRule(
                        Set.of(),
                        Set.of(),
                        "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        illegal)),
                List.of(measures),
                Map.of("CN", List.of("DE")));
        return new StatementMapping(mapping, TransparencySamples.SCHEMA)
                .map(
                        "sta_1",
                        new Restriction(penalty, shop.file().measures(), ShopScenario.RULEBOOKS, at("2016-01-01")))
                .statement();
    }

    private Penalty another(Penalty than) {
        Penalty other = shop.penalty(shop.propose("2018-04-02", charge("G-03", "l-2", "2018-03-01")));
        assertThat(other.id()).isNotEqualTo(than.id());
        return other;
    }

    private static Measure of(Measure measure, Measure.Origin origin) {
        return measure(measure, measure.penaltyId(), origin);
    }

    private static Measure owned(Measure measure, String penaltyId) {
        return measure(measure, penaltyId, measure.origin());
    }

    private static Measure measure(Measure measure, String penaltyId, Measure.Origin origin) {
        return new Measure(
                measure.id(),
                penaltyId,
                measure.ground(),
                measure.kind(),
                measure.days(),
                origin,
                measure.state(),
                measure.begun(),
                measure.startsAt(),
                measure.endsAt(),
                measure.endedAt(),
                measure.confirmation(),
                measure.suspension());
    }

    private static MeasureRule rule(String kind, String monetary) {
        return new MeasureRule(kind, Optional.empty(), Optional.of(monetary), Optional.empty(), Optional.empty());
    }
}
