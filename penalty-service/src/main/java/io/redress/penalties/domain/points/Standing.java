package io.redress.penalties.domain.points;

import io.redress.penalties.domain.rulebook.ResetRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The points of one bucket of one shop: a pure fold over its entries, bitemporal. A correction nets against the
 * position (violation) it corrects, at that position's effective instant, so that a reversal after a reset cannot take
 * anything below zero.
 *
 * <p>A credit takes what it finds: at its instant it lowers the oldest positions that still count, none of them below
 * zero, and what finds nothing is lost. As the fold takes credits anew whenever it is asked, a position that is corrected
 * or reversed later leaves the credit to the other points of that instant, never to later ones: nothing falls below zero
 * and no credit counts twice. What a credit took off a position goes with the position when it is cleared.
 */
public final class Standing {

    private Standing() {}

    /**
     * The tally.
     *
     * @param entries of one bucket, in any order
     * @param credits of the same bucket, in any order
     * @param at the instant asked about; an entry effective at it counts
     * @param asKnownAt entries known later are left out
     * @param clearings covering at least everything between the first entry and {@code at}; one at {@code at} itself has
     *     happened
     */
    public static int tally(
            Collection<Entry> entries, Collection<Credit> credits, Instant at, Instant asKnownAt, Clearings clearings) {
        return tally(entries, credits, violation -> true, at, asKnownAt, clearings);
    }

    /** What these violations have of the tally; the others are looked at for what is carried over. */
    public static int tally(
            Collection<Entry> entries,
            Collection<Credit> credits,
            Predicate<String> violations,
            Instant at,
            Instant asKnownAt,
            Clearings clearings) {
        return fold(entries, credits, at, asKnownAt, clearings, new HashMap<>()).stream()
                .filter(lot -> violations.test(lot.violationId))
                .mapToInt(lot -> lot.points)
                .sum();
    }

    /**
     * What each credit took off when it was booked, by its id, as far as it has been booked by {@code at} and is known then.
     * Between two clearings the tally without credits, less what those booked since the first one took, is the tally.
     */
    public static Map<String, Integer> taken(
            Collection<Entry> entries, Collection<Credit> credits, Instant at, Instant asKnownAt, Clearings clearings) {
        Map<String, Integer> taken = new HashMap<>();
        fold(entries, credits, at, asKnownAt, clearings, taken);
        return Map.copyOf(taken);
    }

    /** The violations of a bucket that have points left, as if nothing had been credited; see the tally. */
    public static Set<String> counting(Collection<Entry> entries, Instant at, Instant asKnownAt, Clearings clearings) {
        return fold(entries, List.of(), at, asKnownAt, clearings, new HashMap<>()).stream()
                .filter(lot -> lot.points > 0)
                .map(lot -> lot.violationId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The lots that count; what each credit took is put down. */
    private static List<Lot> fold(
            Collection<Entry> entries,
            Collection<Credit> credits,
            Instant at,
            Instant asKnownAt,
            Clearings clearings,
            Map<String, Integer> taken) {
        List<Lot> lots = lots(entries, at, asKnownAt);
        List<Credit> counting = credits.stream()
                .filter(credit -> !credit.bookedAt().isAfter(at))
                .filter(credit -> !credit.bookedAt().isAfter(asKnownAt))
                .sorted(Comparator.comparing(Credit::bookedAt))
                .toList();
        Instant since = Instant.MIN;
        for (Reset reset : clearings.resets()) {
            if (!reset.at().isAfter(at)) {
                lots = credited(lots, counting, since, reset.at(), clearings, taken);
                lots = afterReset(unexpired(lots, clearings, reset.at()), reset);
                since = reset.at();
            }
        }
        lots = credited(lots, counting, since, Instant.MAX, clearings, taken);
        return unexpired(lots, clearings, at);
    }

    /** The tally of a bucket as if nothing had been credited; see the other one. */
    public static int tally(Collection<Entry> entries, Instant at, Instant asKnownAt, Clearings clearings) {
        return tally(entries, List.of(), at, asKnownAt, clearings);
    }

    /** The lots after the credits of this time, from its first instant on and before its last; what each took is put down. */
    private static List<Lot> credited(
            List<Lot> lots,
            List<Credit> credits,
            Instant from,
            Instant until,
            Clearings clearings,
            Map<String, Integer> taken) {
        List<Lot> left = lots;
        for (Credit credit : credits) {
            if (!credit.bookedAt().isBefore(from) && credit.bookedAt().isBefore(until)) {
                int before = points(left);
                left = credited(left, credit, clearings);
                taken.put(credit.id(), before - points(left));
            }
        }
        return left;
    }

    private static int points(List<Lot> lots) {
        return lots.stream().mapToInt(lot -> lot.points).sum();
    }

    private static List<Lot> credited(List<Lot> lots, Credit credit, Clearings clearings) {
        List<Lot> oldestFirst =
                lots.stream().sorted(Comparator.comparing(Lot::effectiveAt)).toList();
        List<Lot> after = new ArrayList<>();
        int left = credit.points();
        for (Lot lot : oldestFirst) {
            boolean counts = !lot.effectiveAt.isAfter(credit.bookedAt())
                    && !clearings.expired(lot.effectiveAt, credit.bookedAt());
            int taken = counts ? Math.min(left, lot.points) : 0;
            left -= taken;
            after.add(new Lot(lot.violationId, lot.bucket, lot.effectiveAt, lot.points - taken, lot.survived));
        }
        return after;
    }

    private static List<Lot> unexpired(List<Lot> lots, Clearings clearings, Instant at) {
        return lots.stream()
                .filter(lot -> !clearings.expired(lot.effectiveAt, at))
                .toList();
    }

    private static List<Lot> lots(Collection<Entry> entries, Instant at, Instant asKnownAt) {
        Map<String, Lot> byViolation = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!entry.effectiveAt().isAfter(at) && !entry.knownAt().isAfter(asKnownAt)) {
                byViolation.merge(
                        entry.violationId(),
                        new Lot(entry.violationId(), entry.bucket(), entry.effectiveAt(), entry.points(), 0),
                        (lot, more) ->
                                new Lot(lot.violationId, lot.bucket, lot.effectiveAt, lot.points + more.points, 0));
            }
        }
        return List.copyOf(byViolation.values());
    }

    private static List<Lot> afterReset(List<Lot> lots, Reset reset) {
        int tally = lots.stream()
                .filter(lot -> lot.effectiveAt.isBefore(reset.at()))
                .mapToInt(lot -> lot.points)
                .sum();
        List<Lot> left = new ArrayList<>();
        for (Lot lot : lots) {
            if (!lot.effectiveAt.isBefore(reset.at())) {
                left.add(lot);
            } else if (reset.carryOver()
                    .filter(rule -> survives(lot, tally, rule))
                    .isPresent()) {
                left.add(new Lot(lot.violationId, lot.bucket, lot.effectiveAt, lot.points, lot.survived + 1));
            }
        }
        return left;
    }

    private static boolean survives(Lot lot, int tally, ResetRule.CarryOver rule) {
        return rule.bucket().equals(lot.bucket)
                && tally >= rule.from()
                && tally < rule.below()
                && lot.survived < rule.resets();
    }

    private record Lot(String violationId, String bucket, Instant effectiveAt, int points, int survived) {}
}
