package io.redress.penalties.api;

import io.redress.penalties.app.PointHistory;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.shop.Forecast;
import io.redress.penalties.domain.shop.ShopFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Points and measures of shops and merchants. */
final class StandingViews {

    private StandingViews() {}

    record BucketStanding(String bucket, int points) {}

    record ShopStanding(
            String shopId, Instant at, Instant asKnownAt, List<BucketStanding> buckets, List<MeasureView> measures) {

        /** Every bucket of the rulebook in force then, and every one with an entry. */
        static ShopStanding of(ShopFile file, Instant at, Instant asKnownAt) {
            Stream<String> ofRulebook = file.rulebooks().inForceAt(at).map(Rulebook::clauses).stream()
                    .flatMap(List::stream)
                    .map(Clause::bucket);
            TreeSet<String> buckets = new TreeSet<>(
                    Stream.concat(ofRulebook, file.entries().stream().map(Entry::bucket))
                            .toList());
            return new ShopStanding(
                    file.shopId(),
                    at,
                    asKnownAt,
                    buckets.stream()
                            .map(bucket -> new BucketStanding(bucket, file.tally(bucket, at, asKnownAt)))
                            .toList(),
                    file.measures().stream().map(MeasureView::of).toList());
        }
    }

    /** @param next the cursor of the next page; null on the last */
    record MerchantStanding(String merchantId, Instant at, Instant asKnownAt, List<ShopStanding> shops, String next) {}

    /** @param next the cursor of the next page; null on the last */
    record MerchantForecast(String merchantId, Instant asOf, List<ShopForecast> shops, String next) {}

    /** What becomes of the points if nothing happens. */
    record ShopForecast(String shopId, Instant asOf, List<ForecastStep> steps) {

        static ShopForecast of(ShopFile file, Instant now) {
            return new ShopForecast(
                    file.shopId(),
                    now,
                    Forecast.of(file, now).steps().stream()
                            .map(ForecastStep::of)
                            .toList());
        }
    }

    record ForecastStep(
            LocalDate lastDay, Instant at, List<BucketForecast> buckets, List<EndingMeasure> measuresEnding) {

        static ForecastStep of(Forecast.Step step) {
            return new ForecastStep(
                    step.lastDay(),
                    step.at(),
                    step.tallies().stream()
                            .map(tally -> new BucketForecast(tally.bucket(), tally.before(), tally.after()))
                            .toList(),
                    step.ending().stream()
                            .map(measure -> new EndingMeasure(measure.id(), measure.kind()))
                            .toList());
        }
    }

    record BucketForecast(String bucket, int before, int after) {}

    record EndingMeasure(String measureId, String kind) {}

    record PointEntryView(
            String entryId,
            String shopId,
            String bucket,
            String penaltyId,
            String violationId,
            String kind,
            int points,
            Instant effectiveAt,
            Instant knownAt) {

        static PointEntryView of(PointHistory.OfShop found) {
            Entry entry = found.entry();
            return new PointEntryView(
                    entry.id(),
                    found.shopId(),
                    entry.bucket(),
                    entry.penaltyId(),
                    entry.violationId(),
                    entry.kind().name(),
                    entry.points(),
                    entry.effectiveAt(),
                    entry.knownAt());
        }
    }

    record MeasureList(String shopId, long targetVersion, List<MeasureView> items) {}
}
