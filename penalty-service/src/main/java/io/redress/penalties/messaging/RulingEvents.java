package io.redress.penalties.messaging;

import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ApplyRuling;
import io.redress.penalties.app.milestone.RulingConditions;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.RulingRef;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * RulingIssued, and what settles a conditional one. A conditional ruling orders nothing yet, and its penalty is not final:
 * the shop takes part in the programmes of its conditions. What is ordered then comes with the event that settles it.
 */
final class RulingEvents {

    private final ApplyRuling rulings;
    private final RulingConditions conditions;

    RulingEvents(ApplyRuling rulings, RulingConditions conditions) {
        this.rulings = rulings;
        this.conditions = conditions;
    }

    Future<Handling> issued(JsonObject data, String penaltyId, CommandContext context, Tx tx) {
        if (!"CONDITIONAL".equals(data.getString("outcome"))) {
            return ordered(data, penaltyId, context, tx);
        }
        return conditions
                .enrol(
                        Incoming.text(data, "merchantId"),
                        Incoming.text(data, "shopId"),
                        programmes(data.getJsonArray("conditions", new JsonArray())),
                        context,
                        tx)
                .map(known -> {
                    if (!known) {
                        throw new PoisonEvent("a ruling depends on a programme that does not exist");
                    }
                    return Handling.HANDLED;
                });
    }

    /** Its effect lines are to be made true, and the appeal is over. */
    Future<Handling> ordered(JsonObject data, String penaltyId, CommandContext context, Tx tx) {
        RulingRef ruling = new RulingRef(Incoming.text(data, "caseId"), Incoming.text(data, "rulingId"));
        ApplyRuling.Command command =
                new ApplyRuling.Command(penaltyId, ruling.caseId(), lines(data.getJsonArray("effects"), ruling));
        return rulings.handle(command, context, tx).map(found -> {
            if (!found) {
                throw new PoisonEvent("a ruling on a penalty that does not exist");
            }
            return Handling.HANDLED;
        });
    }

    private static Set<String> programmes(JsonArray conditions) {
        Set<String> programmes = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            programmes.add(Incoming.text(conditions.getJsonObject(i), "programmeId"));
        }
        return programmes;
    }

    private static List<EffectLine> lines(JsonArray effects, RulingRef ruling) {
        List<EffectLine> lines = new ArrayList<>();
        for (int i = 0; effects != null && i < effects.size(); i++) {
            JsonObject effect = effects.getJsonObject(i);
            if ("penalties".equals(effect.getString("owner"))) {
                lines.add(line(effect, ruling));
            }
        }
        return lines;
    }

    private static EffectLine line(JsonObject effect, RulingRef ruling) {
        String effectId = Incoming.text(effect, "effectId");
        String subject = Incoming.text(effect, "subject");
        JsonObject target = effect.getJsonObject("target", new JsonObject());
        return switch (Incoming.text(effect, "kind")) {
            case "POINTS" -> new EffectLine.Points(effectId, ruling, subject, Incoming.number(target, "points"));
            case "MEASURE" ->
                new EffectLine.MeasureState(
                        effectId, ruling, subject, endState(target), target.getBoolean("byRuling", false));
            default -> throw new PoisonEvent("an effect line of a kind this service does not know");
        };
    }

    private static Measure.State endState(JsonObject target) {
        return switch (Incoming.text(target, "state")) {
            case "LIFTED" -> Measure.State.LIFTED;
            case "REVERSED" -> Measure.State.REVERSED;
            default -> throw new PoisonEvent("a ruling lifts or reverses a measure, nothing else");
        };
    }
}
