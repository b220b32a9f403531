package io.redress.penalties.messaging;

import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ApplyRuling;
import io.redress.penalties.app.FollowPenalty;
import io.redress.penalties.app.seal.CaseMembers;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.RulingRef;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Topic {@code cases.events.v1}: rulings take effect, open appeals keep measures from beginning, windows
 * close, and those who argue and decide may read the detection record.
 */
public final class CaseEvents implements EventHandler {

    public static final String TOPIC = "cases.events.v1";

    private static final String APPEAL = "PENALTY_APPEAL";

    private final String serviceName;
    private final ApplyRuling rulings;
    private final FollowPenalty penalties;
    private final CaseMembers members;

    public CaseEvents(String serviceName, ApplyRuling rulings, FollowPenalty penalties, CaseMembers members) {
        this.members = members;
        this.serviceName = serviceName;
        this.rulings = rulings;
        this.penalties = penalties;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        CommandContext context = CommandContext.of(event, serviceName, event.businessTime());
        JsonObject data = event.data();
        if (event.type().equals("AdvocateAssigned") || event.type().equals("AdvocateChanged")) {
            return handled(
                    tx.apply(members.advocate(Incoming.text(data, "caseId"), Incoming.text(data, "advocateId"))));
        }
        if (event.type().equals("CaseClaimed")) {
            return handled(
                    tx.apply(members.adjudicator(Incoming.text(data, "caseId"), Incoming.text(data, "adjudicatorId"))));
        }
        if (event.type().equals("DraftRulingIssued")) {
            return handled(
                    tx.apply(members.rulingExpected(Incoming.text(data, "caseId"), Incoming.time(data, "repliesBy"))));
        }
        String penaltyId = data.getString("penaltyId");
        if (penaltyId == null || !data.getString("kind", APPEAL).equals(APPEAL)) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        return switch (event.type()) {
            case "CaseOpened" ->
                handled(tx.apply(members.opened(Incoming.text(data, "caseId"), penaltyId))
                        .compose(known ->
                                penalties.appealOpened(penaltyId, Incoming.text(data, "caseId"), context, tx)));
            case "CaseWithdrawn", "CaseInadmissible" ->
                handled(tx.apply(members.gone(Incoming.text(data, "caseId")))
                        .compose(gone -> penalties.appealEnded(penaltyId, Incoming.text(data, "caseId"), context, tx)));
            case "CaseClosed" -> handled(penalties.appealEnded(penaltyId, Incoming.text(data, "caseId"), context, tx));
            case "RulingIssued" -> ruling(data, penaltyId, context, tx);
            case "AppealWindowOpened" ->
                handled(penalties.statementDelivered(
                        penaltyId, data.getString("statementId", ""), Incoming.time(data, "deliveredAt"), context, tx));
            case "AppealWindowClosed" -> handled(penalties.appealWindowClosed(penaltyId, context, tx));
            default -> Future.succeededFuture(Handling.IGNORED);
        };
    }

    private Future<Handling> ruling(JsonObject data, String penaltyId, CommandContext context, Tx tx) {
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
            case "MEASURE" -> new EffectLine.MeasureState(effectId, ruling, subject, endState(target));
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

    private static Future<Handling> handled(Future<Void> done) {
        return done.map(nothing -> Handling.HANDLED);
    }
}
