package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.shop.Forecast;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** If nothing happens, on 31 December 24:00 … */
class ForecastTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void serious_points_are_gone_at_the_end_of_the_year() {
        shop.inForce("2018-05-01", charge("S-02", "l-1", "2018-03-01"));

        List<Forecast.Step> steps = steps("2018-06-01");

        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).at()).isEqualTo(at("2019-01-01"));
        assertThat(lines(steps)).containsExactly("2018-12-31 SERIOUS 24->0");
    }

    @Test
    void twenty_four_for_counterfeits_are_carried_over_once_and_the_removal_of_listings_ends_with_them() {
        String first = shop.inForce("2018-05-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-05-02");
        shop.inForce("2018-05-10", charge("S-03", "l-2", "2018-05-05", 7, "volume"));

        assertThat(lines(steps("2018-06-01")))
                .containsExactly(
                        "2018-12-31 COUNTERFEIT 24->24 SERIOUS 7->0", "2019-12-31 COUNTERFEIT 24->0 LISTINGS_REMOVED");
    }

    @Test
    void twenty_four_and_twelve_are_thirty_six_then_twelve_then_nothing() {
        String first = shop.inForce("2018-05-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-05-02");
        String second = shop.propose("2019-05-01", charge("C-03", "l-2", "2019-04-01", 12, "volume"));
        shop.store(second, "2019-05-01");
        shop.windowOver(second, "2019-05-08");

        assertThat(shop.tally("COUNTERFEIT", "2019-06-01")).isEqualTo(36);
        assertThat(lines(steps("2019-06-01")))
                .containsExactly("2019-12-31 COUNTERFEIT 36->12 LISTINGS_REMOVED", "2020-12-31 COUNTERFEIT 12->0");
    }

    @Test
    void on_the_last_day_the_reset_is_still_to_come_and_at_its_end_it_has_happened() {
        shop.inForce("2018-05-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(steps("2018-12-31T23:59:59.999+08:00")).hasSize(1);
        assertThat(steps("2019-01-01")).isEmpty();
    }

    @Test
    void a_shop_without_points_has_nothing_to_come() {
        assertThat(steps("2018-06-01")).isEmpty();
    }

    @Test
    void where_entries_expire_one_by_one_each_is_a_step() {
        String first = shop.inForce("2018-05-01", charge("S-02", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-05-02");
        shop.inForce("2018-08-10", charge("S-03", "l-2", "2018-08-05", 7, "volume"));
        ShopFile file = shop.file();
        Rulebooks rolling = ResetCalendars.only(
                "Asia/Shanghai", new JsonObject().put("at", "12-31T24:00").put("rolling", "P365D"));
        ShopFile rollingFile = new ShopFile(
                file.shopId(),
                file.merchantId(),
                file.language(),
                file.targetVersion(),
                file.penalties(),
                file.entries(),
                file.credits(),
                file.measures(),
                rolling);

        assertThat(lines(Forecast.of(rollingFile, at("2018-09-01")).steps()))
                .containsExactly("2019-05-01 SERIOUS 31->7", "2019-08-10 SERIOUS 7->0");
    }

    @Test
    void no_more_than_a_hundred_steps_are_foretold() {
        List<Entry> entries = IntStream.rangeClosed(1, 101)
                .mapToObj(day -> new Entry(
                        "ent_" + day,
                        "SERIOUS",
                        "pen_1",
                        "vio_" + day,
                        Entry.Kind.BOOKING,
                        1,
                        at("2018-01-01").plus(Duration.ofDays(day)),
                        at("2018-01-01").plus(Duration.ofDays(day))))
                .toList();
        Rulebooks rolling = ResetCalendars.only(
                "Asia/Shanghai", new JsonObject().put("at", "12-31T24:00").put("rolling", "P365D"));

        List<Forecast.Step> steps =
                Forecast.of(file(entries, rolling), at("2018-09-01")).steps();

        assertThat(steps).hasSize(100);
        assertThat(steps.get(99).tallies()).containsExactly(new Forecast.Tally("SERIOUS", 2, 1));
    }

    @Test
    void without_rules_nothing_is_foretold() {
        shop.inForce("2018-05-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(Forecast.of(file(shop.file().entries(), new Rulebooks(List.of())), at("2018-06-01"))
                        .steps())
                .isEmpty();
    }

    private static ShopFile file(List<Entry> entries, Rulebooks rulebooks) {
        return new ShopFile("s-1", "m-1", "zh", 0, List.of(), entries, List.of(), List.of(), rulebooks);
    }

    private List<Forecast.Step> steps(String now) {
        return Forecast.of(shop.file(), at(now)).steps();
    }

    private static List<String> lines(List<Forecast.Step> steps) {
        return steps.stream()
                .map(step -> {
                    StringBuilder line = new StringBuilder(step.lastDay().toString());
                    step.tallies().forEach(tally -> line.append(' ')
                            .append(tally.bucket())
                            .append(' ')
                            .append(tally.before())
                            .append("->")
                            .append(tally.after()));
                    step.ending().stream().map(Measure::kind).forEach(kind -> line.append(' ')
                            .append(kind));
                    return line.toString();
                })
                .toList();
    }
}
