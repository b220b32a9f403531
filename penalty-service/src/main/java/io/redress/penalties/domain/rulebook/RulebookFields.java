package io.redress.penalties.domain.rulebook;

import io.redress.penalties.domain.rulebook.RulebookForm.CarryPart;
import io.redress.penalties.domain.rulebook.RulebookForm.ClausePart;
import io.redress.penalties.domain.rulebook.RulebookForm.OrderPart;
import io.redress.penalties.domain.rulebook.RulebookForm.PolicyPart;
import io.redress.penalties.domain.rulebook.RulebookForm.TariffPart;
import io.redress.penalties.domain.rulebook.RulebookForm.ThresholdPart;
import io.redress.penalties.domain.rulebook.RulebookForm.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a version under their names in the document; what is left out has no name. */
final class RulebookFields {

    private static final String OPEN_ENDED = "open-ended";

    private final Map<String, String> values = new LinkedHashMap<>();

    private RulebookFields() {}

    static Map<String, String> settings(RulebookForm form) {
        RulebookFields fields = new RulebookFields()
                .put("noticeDays", form.noticeDays())
                .put("zone", form.zone())
                .put("appealWindow", form.appealWindow())
                .put("deemedDelivered", form.deemedDelivered())
                .put("singleDecisionCap", form.singleDecisionCap())
                .put("reset.at", form.reset().at())
                .put("reset.rolling", form.reset().rolling());
        CarryPart carry = form.reset().carryOver();
        if (carry != null) {
            fields.put("reset.carryOver.bucket", carry.bucket())
                    .put("reset.carryOver.whenTallyFrom", carry.whenTallyFrom())
                    .put("reset.carryOver.whenTallyBelow", carry.whenTallyBelow())
                    .put("reset.carryOver.entriesSurvive", carry.entriesSurvive());
        }
        RulebookForm.AccumulationPart closure = form.closureByAccumulation();
        return fields.put("closureByAccumulation.points", closure.points())
                .put("closureByAccumulation.minFinalDecisions", closure.minFinalDecisions())
                .put("closureByAccumulation.actsAfterPreviousStatement", closure.actsAfterPreviousStatement())
                .put("closureByAccumulation.advanceNotice", closure.advanceNotice())
                .put("closureByAccumulation.held", closure.held())
                .put("severalThresholdsAtOnce", form.severalThresholdsAtOnce())
                .put("interimRelief.decideWithin", form.interimRelief().decideWithin())
                .put("interimRelief.silence", form.interimRelief().silence())
                .put("cureLookBack", form.cureLookBack())
                .values;
    }

    static Map<String, Map<String, String>> thresholds(RulebookForm form) {
        Map<String, Map<String, String>> thresholds = new LinkedHashMap<>();
        for (ThresholdPart threshold : form.thresholds()) {
            RulebookFields fields = new RulebookFields();
            for (OrderPart order : threshold.measures()) {
                fields.put("measures." + order.kind(), order.days() == null ? OPEN_ENDED : "P" + order.days() + "D");
            }
            thresholds.put(threshold.bucket() + " " + threshold.points(), fields.values);
        }
        return thresholds;
    }

    static Map<String, Map<String, String>> measures(RulebookForm form) {
        Map<String, Map<String, String>> measures = new LinkedHashMap<>();
        form.measures().forEach((kind, policy) -> measures.put(kind, measure(policy)));
        return measures;
    }

    private static Map<String, String> measure(PolicyPart policy) {
        RulebookFields fields = new RulebookFields()
                .words("title", policy.title())
                .put("onAppeal", policy.onAppeal())
                .put("advanceNotice", policy.advanceNotice());
        if (policy.withoutNotice() != null) {
            policy.withoutNotice().forEach((kind, words) -> fields.words("withoutNotice." + kind, words));
        }
        return fields.put("held", Boolean.TRUE.equals(policy.held()))
                .list(
                        "includes",
                        policy.includes() == null
                                ? null
                                : policy.includes().stream().sorted().toList())
                .values;
    }

    static Map<String, Map<String, String>> clauses(RulebookForm form) {
        Map<String, Map<String, String>> clauses = new LinkedHashMap<>();
        form.clauses().forEach(clause -> clauses.put(clause.id(), clause(clause)));
        return clauses;
    }

    private static Map<String, String> clause(ClausePart clause) {
        TariffPart tariff = clause.tariff();
        return new RulebookFields()
                .put("bucket", clause.bucket())
                .words("title", clause.title())
                .words("text", clause.text())
                .put("actKind", clause.actKind())
                .put("tariff.fixed", tariff.fixed())
                .put("tariff.min", tariff.min())
                .put("tariff.max", tariff.max())
                .list("tariff.factors", tariff.factors())
                .put("curable", Boolean.TRUE.equals(clause.curable()))
                .put("cure", clause.cure())
                .put("closureEligible", clause.mayClose())
                .values;
    }

    private RulebookFields words(String name, Words words) {
        return words == null ? this : put(name + ".zh", words.zh()).put(name + ".en", words.en());
    }

    private RulebookFields list(String name, List<String> members) {
        return put(name, members == null ? null : String.join(", ", members));
    }

    private RulebookFields put(String name, Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }
}
