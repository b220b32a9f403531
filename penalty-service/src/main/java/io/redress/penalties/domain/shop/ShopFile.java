package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Standing;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything the penalties of one shop must agree on: decisions, points, measures. Loaded under the locks of the rows
 * it is made of, decided on without side effects.
 *
 * @param language of the merchant's notices
 * @param targetVersion version of the target set last published
 * @param penalties in order of proposal
 * @param entries of all buckets, in the order they were written
 * @param credits of all buckets, in the order they were written
 */
public record ShopFile(
        String shopId,
        String merchantId,
        String language,
        long targetVersion,
        List<Penalty> penalties,
        List<Entry> entries,
        List<Credit> credits,
        List<Measure> measures,
        Rulebooks rulebooks) {

    public ShopFile {
        penalties = List.copyOf(penalties);
        entries = List.copyOf(entries);
        credits = List.copyOf(credits);
        measures = List.copyOf(measures);
    }

    public Optional<Penalty> penalty(String id) {
        return penalties.stream().filter(penalty -> penalty.id().equals(id)).findFirst();
    }

    public Optional<Measure> measure(String id) {
        return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    public List<Measure> measuresOf(String penaltyId) {
        return measures.stream()
                .filter(measure -> measure.penaltyId().equals(penaltyId))
                .toList();
    }

    /** The penalty's measures that go on, are to come or were served. */
    public List<Measure> remaining(String penaltyId) {
        return measuresOf(penaltyId).stream()
                .filter(measure -> measure.state() != Measure.State.LIFTED && measure.state() != Measure.State.REVERSED)
                .toList();
    }

    /** The penalties of a decision: booked ones in order of booking, then the others in order of proposal. */
    public List<Penalty> decision(String decisionId) {
        return penalties.stream()
                .filter(penalty -> penalty.basis().decisionId().equals(decisionId))
                .sorted(Comparator.comparingInt(penalty -> penalty.booking().orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** The version that a penalty is judged by. */
    public Rulebook rulebookOf(Penalty penalty) {
        return rulebooks.version(penalty.basis().rulebookVersion()).orElseThrow();
    }

    /** The points of a bucket. */
    public int tally(String bucket, Instant at, Instant asKnownAt) {
        return tally(
                entry -> entry.bucket().equals(bucket),
                credit -> credit.bucket().equals(bucket),
                at,
                asKnownAt);
    }

    /** The points of those entries of one bucket that the filter lets through, as if nothing had been credited. */
    int tally(Predicate<Entry> filter, Instant at, Instant asKnownAt) {
        return tally(filter, credit -> false, at, asKnownAt);
    }

    /** The points of those entries and credits of one bucket that the filters let through. */
    int tally(Predicate<Entry> filter, Predicate<Credit> creditFilter, Instant at, Instant asKnownAt) {
        Collection<Entry> chosen = entries.stream().filter(filter).toList();
        Collection<Credit> taken = credits.stream().filter(creditFilter).toList();
        return chosen.isEmpty()
                ? 0
                : Standing.tally(chosen, taken, at, asKnownAt, rulebooks.clearings(first(chosen), at));
    }

    /** What each credit of a bucket took off it, by the credit's id; one not booked or not known then is left out. */
    public Map<String, Integer> creditsTaken(String bucket, Instant at, Instant asKnownAt) {
        Collection<Entry> chosen =
                entries.stream().filter(entry -> entry.bucket().equals(bucket)).toList();
        Collection<Credit> given = credits.stream()
                .filter(credit -> credit.bucket().equals(bucket))
                .toList();
        return chosen.isEmpty()
                ? Map.of()
                : Standing.taken(chosen, given, at, asKnownAt, rulebooks.clearings(first(chosen), at));
    }

    private static Instant first(Collection<Entry> entries) {
        return entries.stream()
                .map(Entry::effectiveAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * The violations of which any point has not been cleared at this instant, as far as points are known then. What was
     * earned back counts as there: a reversal may give it to another penalty.
     */
    Set<String> counting(Instant at) {
        return entries.stream().collect(Collectors.groupingBy(Entry::bucket)).values().stream()
                .flatMap(ofBucket ->
                        Standing.counting(ofBucket, at, at, rulebooks.clearings(first(ofBucket), at)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    int nextBooking() {
        return 1
                + penalties.stream()
                        .mapToInt(penalty -> penalty.booking().orElse(0))
                        .max()
                        .orElse(0);
    }
}
