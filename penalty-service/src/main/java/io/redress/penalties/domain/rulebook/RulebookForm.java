package io.redress.penalties.domain.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * A version of the rules as somebody wrote it down: complete, and nothing more is promised before {@link RulebookCheck}
 * has found nothing in it. What may be left out is null.
 *
 * @param publishedAt when its text was made public; null in a draft that has not been announced
 * @param effectiveFrom null in a draft that has not been announced
 * @param cureLookBack for how long an earlier breach makes the next one a repeat; null for a year of 365 days
 */
public record RulebookForm(
        int version,
        Instant publishedAt,
        Instant effectiveFrom,
        int noticeDays,
        String zone,
        String appealWindow,
        String deemedDelivered,
        int singleDecisionCap,
        ResetPart reset,
        AccumulationPart closureByAccumulation,
        String severalThresholdsAtOnce,
        List<ThresholdPart> thresholds,
        TreeMap<String, PolicyPart> measures,
        List<ClausePart> clauses,
        ReliefPart interimRelief,
        String cureLookBack) {

    private static final Duration A_YEAR = Duration.ofDays(365);

    /** A text of both languages, of which either may still be blank. */
    public record Words(String zh, String en) {

        Text text() {
            return new Text(zh, en);
        }
    }

    /**
     * @param at month, day and 24:00
     * @param rolling how long an entry counts where each expires by itself; null where all are cleared together
     */
    public record ResetPart(String at, CarryPart carryOver, String rolling) {

        MonthDay lastDay() {
            return MonthDay.parse("--" + at.substring(0, "MM-dd".length()));
        }

        ResetRule rule() {
            return rolling == null
                    ? new ResetRule.Yearly(
                            lastDay(), Optional.ofNullable(carryOver).map(RulebookForm::carryOver))
                    : new ResetRule.Rolling(Period.parse(rolling));
        }
    }

    public record CarryPart(String bucket, int whenTallyFrom, int whenTallyBelow, int entriesSurvive) {}

    public record AccumulationPart(
            int points,
            int minFinalDecisions,
            boolean actsAfterPreviousStatement,
            String advanceNotice,
            boolean held) {}

    public record ThresholdPart(String bucket, int points, List<OrderPart> measures) {

        public ThresholdPart {
            measures = List.copyOf(measures);
        }
    }

    public record OrderPart(String kind, Integer days) {}

    public record PolicyPart(
            Words title,
            String onAppeal,
            String advanceNotice,
            TreeMap<String, Words> withoutNotice,
            Boolean held,
            List<String> includes) {

        Optional<Duration> notice() {
            return Optional.ofNullable(advanceNotice).map(Duration::parse);
        }

        Map<String, Text> exceptions() {
            Map<String, Text> exceptions = new HashMap<>();
            if (withoutNotice != null) {
                withoutNotice.forEach((kind, words) -> exceptions.put(kind, words.text()));
            }
            return exceptions;
        }
    }

    public record TariffPart(Integer fixed, Integer min, Integer max, List<String> factors) {

        boolean isFixed() {
            return fixed != null && min == null && max == null && factors == null;
        }

        boolean isRange() {
            return fixed == null && min != null && max != null;
        }

        /** The most it can give, as far as it says. */
        int highest() {
            return isFixed() ? fixed : max == null ? 0 : max;
        }
    }

    public record ClausePart(
            String id,
            String bucket,
            Words title,
            Words text,
            String actKind,
            TariffPart tariff,
            Boolean curable,
            String cure,
            Boolean closureEligible) {

        boolean mayClose() {
            return Boolean.TRUE.equals(closureEligible);
        }
    }

    public record ReliefPart(String decideWithin, String silence) {}

    public RulebookForm {
        thresholds = List.copyOf(thresholds);
        clauses = List.copyOf(clauses);
    }

    /** The same rules with these dates. */
    public RulebookForm dated(Instant published, Instant effective) {
        return new RulebookForm(
                version,
                published,
                effective,
                noticeDays,
                zone,
                appealWindow,
                deemedDelivered,
                singleDecisionCap,
                reset,
                closureByAccumulation,
                severalThresholdsAtOnce,
                thresholds,
                measures,
                clauses,
                interimRelief,
                cureLookBack);
    }

    /** The rules; only of a form with dates in which {@link RulebookCheck} has found nothing. */
    public Rulebook rulebook() {
        Map<String, MeasurePolicy> policies = new HashMap<>();
        measures.forEach((kind, policy) -> policies.put(kind, policy(policy)));
        return new Rulebook(
                version,
                publishedAt,
                effectiveFrom,
                ZoneId.of(zone),
                Duration.parse(appealWindow),
                Duration.parse(deemedDelivered),
                singleDecisionCap,
                reset.rule(),
                new ClosureByAccumulation(
                        closureByAccumulation.points(),
                        closureByAccumulation.minFinalDecisions(),
                        closureByAccumulation.actsAfterPreviousStatement(),
                        Duration.parse(closureByAccumulation.advanceNotice()),
                        closureByAccumulation.held()),
                thresholds.stream().map(RulebookForm::threshold).toList(),
                policies,
                clauses.stream().map(RulebookForm::clause).toList(),
                Duration.parse(interimRelief.decideWithin()),
                lookBack());
    }

    Duration lookBack() {
        return Optional.ofNullable(cureLookBack).map(Duration::parse).orElse(A_YEAR);
    }

    private static ResetRule.CarryOver carryOver(CarryPart part) {
        return new ResetRule.CarryOver(
                part.bucket(), part.whenTallyFrom(), part.whenTallyBelow(), part.entriesSurvive());
    }

    private static Threshold threshold(ThresholdPart part) {
        return new Threshold(
                part.bucket(),
                part.points(),
                part.measures().stream()
                        .map(order -> new Threshold.Order(
                                order.kind(),
                                order.days() == null ? OptionalInt.empty() : OptionalInt.of(order.days())))
                        .toList());
    }

    private static MeasurePolicy policy(PolicyPart part) {
        return new MeasurePolicy(
                Optional.ofNullable(part.title()).map(Words::text),
                MeasurePolicy.OnAppeal.valueOf(part.onAppeal()),
                part.notice(),
                part.exceptions(),
                Boolean.TRUE.equals(part.held()),
                part.includes() == null ? Set.of() : Set.copyOf(part.includes()));
    }

    private static Clause clause(ClausePart part) {
        return new Clause(
                part.id(),
                part.bucket(),
                part.title().text(),
                part.text().text(),
                part.actKind(),
                tariff(part.tariff()),
                part.mayClose(),
                Optional.ofNullable(part.cure()).map(Duration::parse));
    }

    private static Tariff tariff(TariffPart part) {
        return part.isFixed()
                ? new Tariff.Fixed(part.fixed())
                : new Tariff.Range(part.min(), part.max(), part.factors());
    }
}
