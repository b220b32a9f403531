package io.redress.penalties.messaging;

import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ApplyRuling;
import io.redress.penalties.app.FollowPenalty;
import io.redress.penalties.app.MoveShop;
import io.redress.penalties.app.milestone.RulingConditions;
import io.redress.penalties.app.seal.CaseMembers;
import io.redress.penalties.app.seal.Disclosures;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Topic {@code cases.events.v1}: rulings take effect, open appeals keep measures from beginning, windows
 * close, those who argue and decide may read the detection record, what merchants disclose to be heard is protected, and shops get other
 * owners.
 */
public final class CaseEvents implements EventHandler {

    public static final String TOPIC = "cases.events.v1";

    private static final String APPEAL = "PENALTY_APPEAL";

    private final String serviceName;
    private final RulingEvents rulings;
    private final FollowPenalty penalties;
    private final CaseMembers members;
    private final DisclosureEvents disclosures;
    private final TransferEvents transfers;

    public CaseEvents(
            String serviceName,
            ApplyRuling rulings,
            RulingConditions conditions,
            FollowPenalty penalties,
            CaseMembers members,
            Disclosures disclosures,
            MoveShop shops) {
        this.transfers = new TransferEvents(shops);
        this.disclosures = new DisclosureEvents(disclosures);
        this.members = members;
        this.serviceName = serviceName;
        this.rulings = new RulingEvents(rulings, conditions);
        this.penalties = penalties;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        CommandContext context = CommandContext.of(event, serviceName, event.businessTime());
        return disclosures
                .filed(event, tx)
                .compose(named -> transfers.handle(event, context, tx).compose(transfer -> follow(event, context, tx)
                        .map(handling ->
                                (named || transfer) && handling == Handling.IGNORED ? Handling.HANDLED : handling)));
    }

    private Future<Handling> follow(IncomingEvent event, CommandContext context, Tx tx) {
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
            // Gone on with, or decided anew: its people may read the record again, and the appeal is open.
            case "CaseContinued" ->
                handled(tx.apply(members.opened(Incoming.text(data, "caseId"), penaltyId))
                        .compose(known -> tx.apply(
                                members.advocate(Incoming.text(data, "caseId"), Incoming.text(data, "advocateId"))))
                        .compose(known ->
                                penalties.appealOpened(penaltyId, Incoming.text(data, "caseId"), context, tx)));
            case "CaseReopened" ->
                handled(tx.apply(members.adjudicator(
                                Incoming.text(data, "caseId"), Incoming.text(data, "adjudicatorId")))
                        .compose(known ->
                                penalties.appealOpened(penaltyId, Incoming.text(data, "caseId"), context, tx)));
            case "CaseWithdrawn", "CaseInadmissible" ->
                handled(tx.apply(members.gone(Incoming.text(data, "caseId")))
                        .compose(gone -> penalties.appealEnded(penaltyId, Incoming.text(data, "caseId"), context, tx)));
            case "CaseClosed" -> handled(penalties.appealEnded(penaltyId, Incoming.text(data, "caseId"), context, tx));
            case "RulingIssued" -> rulings.issued(data, penaltyId, context, tx);
            case "ConditionalRulingFulfilled", "ConditionalRulingLapsed" ->
                rulings.ordered(data, penaltyId, context, tx);
            case "AppealWindowOpened" ->
                handled(penalties.statementDelivered(
                        penaltyId, data.getString("statementId", ""), Incoming.time(data, "deliveredAt"), context, tx));
            case "AppealWindowClosed" -> handled(penalties.appealWindowClosed(penaltyId, context, tx));
            default -> Future.succeededFuture(Handling.IGNORED);
        };
    }

    private static Future<Handling> handled(Future<Void> done) {
        return done.map(nothing -> Handling.HANDLED);
    }
}
