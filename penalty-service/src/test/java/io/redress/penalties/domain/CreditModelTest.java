package io.redress.penalties.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Standing;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Seeded random histories with credits against a model that only keeps one number and walks through the years: a booking
 * adds what is known to be left of it, a credit takes no more than there is, the reset makes it zero.
 */
class CreditModelTest {

    private static final long SEED = 5_318_008L;
    private static final int HISTORIES = 600;
    private static final int QUESTIONS = 25;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Rulebooks RULEBOOKS =
            ResetCalendars.only(ZONE.getId(), new JsonObject().put("at", "12-31T24:00"));

    @Test
    void the_standing_with_credits_is_what_one_running_number_says_and_never_below_zero_or_above_the_one_without() {
        System.out.println("seed " + SEED);
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(SEED + history);
            List<Entry> entries = entries(random);
            List<Credit> credits = credits(random);
            for (int question = 0; question < QUESTIONS; question++) {
                Instant at = instant(random);
                Instant known = random.nextInt(3) == 0 ? at : instant(random);
                var clearings = RULEBOOKS.clearings(Instant.parse("2015-06-01T00:00:00Z"), at);

                int tally = Standing.tally(entries, credits, at, known, clearings);

                assertThat(tally)
                        .as("seed %d at %s as known at %s: %s %s", SEED + history, at, known, entries, credits)
                        .isEqualTo(model(entries, credits, at, known))
                        .isNotNegative()
                        .isLessThanOrEqualTo(Standing.tally(entries, at, known, clearings));
                assertThat(takenInTheYearOf(at, credits, Standing.taken(entries, credits, at, known, clearings)))
                        .as("seed %d at %s as known at %s: what credits took", SEED + history, at, known)
                        .isEqualTo(Standing.tally(entries, at, known, clearings) - tally);
            }
        }
    }

    private static int takenInTheYearOf(Instant at, List<Credit> credits, Map<String, Integer> taken) {
        int year = at.atZone(ZONE).getYear();
        return credits.stream()
                .filter(credit -> credit.bookedAt().atZone(ZONE).getYear() == year)
                .mapToInt(credit -> taken.getOrDefault(credit.id(), 0))
                .sum();
    }

    /** Bookings at half hours, some reduced, some reversed; the credits come at whole hours, so that none coincide. */
    private static List<Entry> entries(Random random) {
        List<Entry> entries = new ArrayList<>();
        int violations = 1 + random.nextInt(8);
        for (int i = 0; i < violations; i++) {
            Instant effective = instant(random).plusSeconds(1_800);
            int points = 1 + random.nextInt(12);
            entries.add(entry("v" + i, Entry.Kind.BOOKING, points, effective, effective));
            Instant later = effective.plus(Duration.ofHours(random.nextInt(9_000)));
            if (random.nextInt(3) == 0) {
                entries.add(entry("v" + i, Entry.Kind.REVERSAL, -points, effective, later));
            } else if (points > 1 && random.nextBoolean()) {
                entries.add(entry("v" + i, Entry.Kind.REDUCTION, -1 - random.nextInt(points - 1), effective, later));
            }
        }
        return entries;
    }

    private static List<Credit> credits(Random random) {
        List<Credit> credits = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            credits.add(new Credit("c" + i, "B", "prg", "ver" + i, 1 + random.nextInt(8), instant(random), 0));
        }
        return credits;
    }

    private static Entry entry(String violation, Entry.Kind kind, int points, Instant effective, Instant known) {
        return new Entry("e", "B", "p", violation, kind, points, effective, known);
    }

    /** A whole hour of four years; every third one is a reset or the hour before it. */
    private static Instant instant(Random random) {
        Instant newYear =
                LocalDate.of(2017 + random.nextInt(4), 1, 1).atStartOfDay(ZONE).toInstant();
        return random.nextInt(3) == 0
                ? newYear.minus(Duration.ofHours(random.nextInt(2)))
                : newYear.plus(Duration.ofHours(random.nextInt(8_700)));
    }

    private static int model(List<Entry> entries, List<Credit> credits, Instant at, Instant known) {
        Map<String, Integer> net = new HashMap<>();
        entries.stream()
                .filter(entry -> !entry.knownAt().isAfter(known))
                .forEach(entry -> net.merge(entry.violationId(), entry.points(), Integer::sum));
        TreeMap<Instant, List<Integer>> changes = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.BOOKING && net.containsKey(entry.violationId()))
                .forEach(entry -> changes.computeIfAbsent(entry.effectiveAt(), time -> new ArrayList<>())
                        .add(net.get(entry.violationId())));
        credits.stream().filter(credit -> !credit.bookedAt().isAfter(known)).forEach(credit -> changes.computeIfAbsent(
                        credit.bookedAt(), time -> new ArrayList<>())
                .add(-credit.points()));
        int tally = 0;
        int year = 0;
        for (Map.Entry<Instant, List<Integer>> change :
                changes.headMap(at, true).entrySet()) {
            int itsYear = change.getKey().atZone(ZONE).getYear();
            tally = itsYear == year ? tally : 0;
            year = itsYear;
            for (int points : change.getValue()) {
                tally = Math.max(0, tally + points);
            }
        }
        return at.atZone(ZONE).getYear() == year ? tally : 0;
    }
}
