package io.redress.penalties.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.kit.http.Json;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.ClosureByAccumulation;
import io.redress.penalties.domain.rulebook.MeasurePolicy;
import io.redress.penalties.domain.rulebook.ResetRule;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Tariff;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.Threshold;
import java.nio.charset.StandardCharsets;
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

/** A rulebook as it is registered and answered; written again, the same content is the same text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RulebookDocument(
        int version,
        Instant publishedAt,
        Instant effectiveFrom,
        int noticeDays,
        String zone,
        String appealWindow,
        String deemedDelivered,
        int singleDecisionCap,
        Reset reset,
        Accumulation closureByAccumulation,
        String severalThresholdsAtOnce,
        List<ThresholdPart> thresholds,
        TreeMap<String, Policy> measures,
        List<ClausePart> clauses,
        Relief interimRelief) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reset(String at, Carry carryOver, String rolling) {}

    record Carry(String bucket, int whenTallyFrom, int whenTallyBelow, int entriesSurvive) {}

    record Accumulation(
            int points,
            int minFinalDecisions,
            boolean actsAfterPreviousStatement,
            String advanceNotice,
            boolean held) {}

    record ThresholdPart(String bucket, int points, List<Order> measures) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(String kind, Integer days) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Policy(Text title, String onAppeal, String advanceNotice, Boolean held, List<String> includes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TariffPart(Integer fixed, Integer min, Integer max, List<String> factors) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClausePart(
            String id,
            String bucket,
            Text title,
            Text text,
            String actKind,
            TariffPart tariff,
            Boolean curable,
            String cure,
            Boolean closureEligible) {}

    record Relief(String decideWithin, String silence) {}

    /** Reads a registered text. */
    public static Rulebook parse(String text) {
        return read(text).rulebook();
    }

    public static RulebookDocument read(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8), RulebookDocument.class);
    }

    public String text() {
        return Json.text(this);
    }

    /**
     * The rulebook it describes.
     *
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} when a part contradicts itself
     */
    Rulebook rulebook() {
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
                resetRule(),
                new ClosureByAccumulation(
                        closureByAccumulation.points(),
                        closureByAccumulation.minFinalDecisions(),
                        closureByAccumulation.actsAfterPreviousStatement(),
                        Duration.parse(closureByAccumulation.advanceNotice()),
                        closureByAccumulation.held()),
                thresholds.stream().map(RulebookDocument::threshold).toList(),
                policies,
                clauses.stream().map(RulebookDocument::clause).toList());
    }

    private ResetRule resetRule() {
        if (reset.rolling() != null) {
            if (reset.carryOver() != null) {
                throw new IllegalArgumentException("points that expire one by one are not carried over");
            }
            return new ResetRule.Rolling(Period.parse(reset.rolling()));
        }
        MonthDay lastDay = MonthDay.parse("--" + reset.at().substring(0, "MM-dd".length()));
        return new ResetRule.Yearly(
                lastDay,
                Optional.ofNullable(reset.carryOver())
                        .map(carry -> new ResetRule.CarryOver(
                                carry.bucket(),
                                carry.whenTallyFrom(),
                                carry.whenTallyBelow(),
                                carry.entriesSurvive())));
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

    private static MeasurePolicy policy(Policy policy) {
        return new MeasurePolicy(
                Optional.ofNullable(policy.title()),
                MeasurePolicy.OnAppeal.valueOf(policy.onAppeal()),
                Optional.ofNullable(policy.advanceNotice()).map(Duration::parse),
                Boolean.TRUE.equals(policy.held()),
                policy.includes() == null ? Set.of() : Set.copyOf(policy.includes()));
    }

    private static Clause clause(ClausePart part) {
        boolean curable = Boolean.TRUE.equals(part.curable());
        if (curable != (part.cure() != null)) {
            throw new IllegalArgumentException("clause " + part.id() + " is curable exactly when it has a cure window");
        }
        return new Clause(
                part.id(),
                part.bucket(),
                part.title(),
                part.text(),
                part.actKind(),
                tariff(part),
                Boolean.TRUE.equals(part.closureEligible()),
                Optional.ofNullable(part.cure()).map(Duration::parse));
    }

    private static Tariff tariff(ClausePart part) {
        TariffPart tariff = part.tariff();
        boolean range = tariff.min() != null && tariff.max() != null && tariff.factors() != null;
        boolean nothingOfARange = tariff.min() == null && tariff.max() == null && tariff.factors() == null;
        if (tariff.fixed() != null && nothingOfARange) {
            return new Tariff.Fixed(tariff.fixed());
        }
        if (tariff.fixed() == null && range) {
            return new Tariff.Range(tariff.min(), tariff.max(), tariff.factors());
        }
        throw new IllegalArgumentException("clause " + part.id() + " has either a fixed tariff or a whole range");
    }
}
