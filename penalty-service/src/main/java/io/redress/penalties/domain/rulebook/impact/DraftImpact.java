package io.redress.penalties.domain.rulebook.impact;

import io.redress.penalties.domain.points.Clearings;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Standing;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a draft would have made of the points that stand now, had it been in force for everything proposed since an
 * instant. Points are as of now, after rulings, credits and resets; measures are those of the highest threshold that they have
 * reached. It does not go back to thresholds that were reached before a reset.
 */
public final class DraftImpact {

    private final Rulebook draft;
    private final Optional<Rulebook> inForce;
    private final Rulebooks registered;
    private final Instant since;
    private final Instant now;

    /** @param draft as rules; its dates are not looked at */
    public DraftImpact(Rulebook draft, Rulebooks registered, Instant since, Instant now) {
        this.draft = draft;
        this.inForce = registered.inForceAt(now);
        this.registered = registered;
        this.since = since;
        this.now = now;
    }

    /** An empty tally of this dry run, with a line for each threshold of either version. */
    public ImpactTally tally() {
        return new ImpactTally(inForce.map(Rulebook::thresholds).orElse(List.of()), draft.thresholds());
    }

    /**
     * @param ofShop every violation of one shop whose points stand, in order of booking
     * @param credits what the shop earned back; under the draft it takes what it finds of the draft's points
     */
    public ShopImpact of(List<BookedViolation> ofShop, List<Credit> credits) {
        List<Reassessed> reassessed = Reassessed.of(ofShop, draft, since);
        Clearings clearings = clearings(ofShop);
        Map<String, Integer> before =
                standing(reassessed, credits, clearings, one -> one.booked().bucket(), one -> one.booked()
                        .points());
        Map<String, Integer> after = standing(reassessed, credits, clearings, Reassessed::bucket, Reassessed::points);
        Set<String> buckets = new TreeSet<>(before.keySet());
        buckets.addAll(after.keySet());
        List<Change> stands = buckets.stream()
                .map(bucket ->
                        change(ofShop.get(0), bucket, before.getOrDefault(bucket, 0), after.getOrDefault(bucket, 0)))
                .toList();
        return new ShopImpact(
                stands,
                reassessed.stream().filter(Reassessed::byDraft).count(),
                reassessed.stream().filter(Reassessed::unpunished).count());
    }

    private Change change(BookedViolation of, String bucket, int before, int after) {
        Optional<Threshold> reachedBefore = inForce.flatMap(rulebook -> reached(rulebook.thresholds(), bucket, before));
        Optional<Threshold> reachedAfter = reached(draft.thresholds(), bucket, after);
        boolean measures = !reachedBefore
                .map(Threshold::orders)
                .orElse(List.of())
                .equals(reachedAfter.map(Threshold::orders).orElse(List.of()));
        return new Change(
                of.merchantId(),
                of.shopId(),
                bucket,
                before,
                after,
                points(reachedBefore),
                points(reachedAfter),
                measures);
    }

    private static Optional<Threshold> reached(List<Threshold> thresholds, String bucket, int points) {
        return thresholds.stream()
                .filter(threshold -> threshold.bucket().equals(bucket) && threshold.points() <= points)
                .max(Comparator.comparingInt(Threshold::points));
    }

    private static OptionalInt points(Optional<Threshold> threshold) {
        return threshold.map(found -> OptionalInt.of(found.points())).orElse(OptionalInt.empty());
    }

    private Clearings clearings(List<BookedViolation> ofShop) {
        Instant first = ofShop.stream()
                .map(BookedViolation::effectiveAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        return registered.clearings(first, now);
    }

    private Map<String, Integer> standing(
            List<Reassessed> all,
            List<Credit> credits,
            Clearings clearings,
            Function<Reassessed, String> bucket,
            Function<Reassessed, Integer> points) {
        Map<String, List<Entry>> entries = all.stream()
                .collect(Collectors.groupingBy(
                        bucket,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                one -> entry(one.booked(), bucket.apply(one), points.apply(one)),
                                Collectors.toCollection(ArrayList::new))));
        Map<String, Integer> standing = new LinkedHashMap<>();
        entries.forEach(
                (name, lines) -> standing.put(name, Standing.tally(lines, in(credits, name), now, now, clearings)));
        return standing;
    }

    private static List<Credit> in(List<Credit> credits, String bucket) {
        return credits.stream().filter(credit -> credit.bucket().equals(bucket)).toList();
    }

    private static Entry entry(BookedViolation booked, String bucket, int points) {
        return new Entry(
                booked.violationId(),
                bucket,
                booked.penaltyId(),
                booked.violationId(),
                Entry.Kind.BOOKING,
                points,
                booked.effectiveAt(),
                booked.effectiveAt());
    }
}
