package io.redress.penalties.domain.rulebook.impact;

import io.redress.penalties.domain.rulebook.Threshold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The dry run of a draft, shop by shop, in memory that does not grow with their number. Not for several threads. Merchants
 * come one after the other: a merchant's shops are added together.
 */
public final class ImpactTally {

    /** So many changes are listed; the others are counted. */
    public static final int MOST_LISTED = 200;

    /** Lower bounds of the bands of the histogram, but for the lowest, which has none. */
    private static final int[] BANDS = {-23, -11, -5, 0, 1, 6, 12, 24};

    /**
     * How many shops are at or above a threshold, by the rules in force and under the draft; 0 where a version has no
     * such threshold.
     */
    public record AtThreshold(String bucket, int points, long before, long after) {}

    /** Shops whose points would change by {@code from} to {@code to}, both inclusive; open where empty. */
    public record Band(OptionalInt from, OptionalInt to, long shops) {}

    private final TreeMap<String, TreeMap<Integer, long[]>> thresholds = new TreeMap<>();
    private final List<Threshold> inForce;
    private final List<Threshold> drafted;
    private final long[] bands = new long[BANDS.length + 1];
    private final List<Change> listed = new ArrayList<>();
    private String merchant = "";
    private boolean merchantChanged;
    private long merchants;
    private long merchantsChanged;
    private long shops;
    private long standingChanged;
    private long measuresChanged;
    private long violations;
    private long unpunished;

    ImpactTally(List<Threshold> inForce, List<Threshold> drafted) {
        this.inForce = inForce;
        this.drafted = drafted;
        inForce.forEach(this::line);
        drafted.forEach(this::line);
    }

    public void add(String merchantId, ShopImpact shop) {
        if (!merchantId.equals(merchant)) {
            merchant = merchantId;
            merchantChanged = false;
            merchants++;
        }
        shops++;
        violations += shop.violations();
        unpunished += shop.unpunished();
        standingChanged += shop.standingChanges() ? 1 : 0;
        measuresChanged += shop.measuresChange() ? 1 : 0;
        if ((shop.standingChanges() || shop.measuresChange()) && !merchantChanged) {
            merchantChanged = true;
            merchantsChanged++;
        }
        bands[band(shop.difference())]++;
        for (Change change : shop.stands()) {
            count(inForce, change.bucket(), change.before(), 0);
            count(drafted, change.bucket(), change.after(), 1);
            if ((change.standing() || change.measures()) && listed.size() < MOST_LISTED) {
                listed.add(change);
            }
        }
    }

    public long merchants() {
        return merchants;
    }

    /** Merchants of which a shop's points or measures would change. */
    public long merchantsChanged() {
        return merchantsChanged;
    }

    public long shops() {
        return shops;
    }

    public long standingChanged() {
        return standingChanged;
    }

    public long measuresChanged() {
        return measuresChanged;
    }

    public long violations() {
        return violations;
    }

    public long unpunished() {
        return unpunished;
    }

    public List<Change> listed() {
        return List.copyOf(listed);
    }

    public List<AtThreshold> thresholds() {
        List<AtThreshold> lines = new ArrayList<>();
        thresholds.forEach((bucket, byPoints) ->
                byPoints.forEach((points, counts) -> lines.add(new AtThreshold(bucket, points, counts[0], counts[1]))));
        return lines;
    }

    public List<Band> histogram() {
        List<Band> histogram = new ArrayList<>();
        for (int i = 0; i < bands.length; i++) {
            histogram.add(new Band(
                    i == 0 ? OptionalInt.empty() : OptionalInt.of(BANDS[i - 1]),
                    i == BANDS.length ? OptionalInt.empty() : OptionalInt.of(BANDS[i] - 1),
                    bands[i]));
        }
        return histogram;
    }

    private static int band(int difference) {
        return (int) Arrays.stream(BANDS).filter(from -> from <= difference).count();
    }

    private void count(List<Threshold> of, String bucket, int points, int side) {
        for (Threshold threshold : of) {
            if (threshold.bucket().equals(bucket) && threshold.points() <= points) {
                line(threshold)[side]++;
            }
        }
    }

    private long[] line(Threshold threshold) {
        return thresholds
                .computeIfAbsent(threshold.bucket(), bucket -> new TreeMap<>())
                .computeIfAbsent(threshold.points(), points -> new long[2]);
    }
}
