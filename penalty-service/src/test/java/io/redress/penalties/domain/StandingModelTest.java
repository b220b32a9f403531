package io.redress.penalties.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Standing;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Seeded random histories of one bucket against a model that counts in another way: year by year, in bags of points
 * that survived no reset, one reset, two.
 */
class StandingModelTest {

    private static final long SEED = 20261129L;
    private static final int HISTORIES = 600;
    private static final int QUESTIONS = 25;
    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2022;
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/Sao_Paulo",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "America/St_Johns",
            "UTC");
    private static final List<String> LAST_DAYS = List.of("12-31", "02-28", "02-29", "06-30", "10-20");

    /** The rules of one history. */
    private record Rules(ZoneId zone, MonthDay lastDay, boolean carries, int from, int below, int survive) {

        Instant reset(int year) {
            return lastDay.atYear(year).plusDays(1).atStartOfDay(zone).toInstant();
        }

        Rulebooks rulebooks() {
            JsonObject reset = new JsonObject()
                    .put("at", lastDay.toString().substring(2) + "T24:00")
                    .put("carryOver", ResetCalendars.carryOver(carries ? "B" : "OTHER", from, below, survive));
            return ResetCalendars.only(zone.getId(), reset);
        }
    }

    @Test
    void the_standing_of_random_histories_is_what_a_simple_model_says_at_any_instant_as_known_at_any() {
        System.out.println("seed " + SEED);
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(SEED + history);
            Rules rules = rules(random);
            List<Entry> entries = history(random, rules);
            Rulebooks rulebooks = rules.rulebooks();
            for (int question = 0; question < QUESTIONS; question++) {
                Instant at = instant(random, rules);
                Instant known = random.nextInt(3) == 0 ? at : instant(random, rules);
                int tally = Standing.tally(
                        entries, at, known, rulebooks.clearings(Instant.parse("2015-06-01T00:00:00Z"), at));

                assertThat(tally)
                        .as("seed %d, %s, at %s as known at %s: %s", SEED + history, rules, at, known, entries)
                        .isEqualTo(model(rules, entries, at, known))
                        .isNotNegative();
            }
        }
    }

    private static Rules rules(Random random) {
        int from = random.nextInt(40);
        return new Rules(
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                MonthDay.parse("--" + LAST_DAYS.get(random.nextInt(LAST_DAYS.size()))),
                random.nextInt(4) > 0,
                from,
                from + 1 + random.nextInt(40),
                1 + random.nextInt(3));
    }

    /** Bookings, some known late, reduced up to twice, reversed in the end, or neither. */
    private static List<Entry> history(Random random, Rules rules) {
        List<Entry> entries = new ArrayList<>();
        int violations = 1 + random.nextInt(8);
        for (int i = 0; i < violations; i++) {
            Instant effective = instant(random, rules);
            Instant known = random.nextBoolean() ? effective : effective.plus(Duration.ofDays(random.nextInt(400)));
            int points = 1 + random.nextInt(30);
            entries.add(entry("v" + i, Entry.Kind.BOOKING, points, effective, known));
            int left = points;
            for (int reductions = random.nextInt(3); reductions > 0 && left > 1; reductions--) {
                int cut = 1 + random.nextInt(left - 1);
                known = known.plus(Duration.ofHours(random.nextInt(9_000)));
                entries.add(entry("v" + i, Entry.Kind.REDUCTION, -cut, effective, known));
                left -= cut;
            }
            if (random.nextInt(4) == 0) {
                known = known.plus(Duration.ofHours(random.nextInt(9_000)));
                entries.add(entry("v" + i, Entry.Kind.REVERSAL, -left, effective, known));
            }
        }
        return entries;
    }

    private static Entry entry(String violation, Entry.Kind kind, int points, Instant effective, Instant known) {
        return new Entry("e", "B", "p", violation, kind, points, effective, known);
    }

    /** Any instant of these years; every second one is at a reset, or a millisecond beside it. */
    private static Instant instant(Random random, Rules rules) {
        int year = FIRST_YEAR + random.nextInt(LAST_YEAR - FIRST_YEAR + 1);
        return random.nextBoolean()
                ? rules.reset(year).plusMillis(random.nextInt(3) - 1L)
                : Instant.parse(year + "-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 24 * 3600));
    }

    private static int model(Rules rules, List<Entry> entries, Instant at, Instant known) {
        int[] bags = new int[rules.survive() + 1];
        Instant since = Instant.MIN;
        for (int year = FIRST_YEAR - 1; !rules.reset(year).isAfter(at); year++) {
            Instant reset = rules.reset(year);
            bags[0] += known(entries, since, reset, known);
            int total = 0;
            for (int bag : bags) {
                total += bag;
            }
            boolean carried = rules.carries() && total >= rules.from() && total < rules.below();
            for (int age = bags.length - 1; age > 0; age--) {
                bags[age] = carried ? bags[age - 1] : 0;
            }
            bags[0] = 0;
            since = reset;
        }
        int sum = known(entries, since, at.plusNanos(1), known);
        for (int bag : bags) {
            sum += bag;
        }
        return sum;
    }

    /** Points of the violations effective in this time, with the corrections known by then. */
    private static int known(List<Entry> entries, Instant from, Instant until, Instant known) {
        Map<String, Integer> net = new HashMap<>();
        for (Entry entry : entries) {
            if (!entry.effectiveAt().isBefore(from)
                    && entry.effectiveAt().isBefore(until)
                    && !entry.knownAt().isAfter(known)) {
                net.merge(entry.violationId(), entry.points(), Integer::sum);
            }
        }
        return net.values().stream().mapToInt(Integer::intValue).sum();
    }
}
