package io.redress.cases.messaging;

import io.redress.cases.app.effect.ConfirmEffect;
import io.redress.cases.app.opening.KeepAppealWindow;
import io.redress.cases.app.opening.KnownPenalties;
import io.redress.cases.app.opening.TransferBars;
import io.redress.cases.app.ruling.SettleConditions;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.PenaltyViolation;
import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * penalties.events.v1: merchants, shops, penalties and their statements become own knowledge; effects are answered,
 * conditions fulfilled.
 */
public final class PenaltyEvents implements EventHandler {

    private final KnownPenalties penalties;
    private final TransferBarEvents bars;
    private final KeepAppealWindow windows;
    private final EffectAnswers answers;
    private final MilestoneEvents milestones;
    private final String serviceName;
    private final Runnable sealedTermsChanged;

    /** @param sealedTermsChanged must not wait for anybody */
    public PenaltyEvents(
            KnownPenalties penalties,
            TransferBars bars,
            KeepAppealWindow windows,
            ConfirmEffect effects,
            SettleConditions conditions,
            BusinessClock clock,
            String serviceName,
            Runnable sealedTermsChanged) {
        this.sealedTermsChanged = sealedTermsChanged;
        this.penalties = penalties;
        this.bars = new TransferBarEvents(bars);
        this.windows = windows;
        this.answers = new EffectAnswers(effects, clock, serviceName);
        this.milestones = new MilestoneEvents(conditions, clock, serviceName);
        this.serviceName = serviceName;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        EventReader data = new EventReader(event);
        return bars.handle(event, data, tx).compose(told -> handle(event, data, tx)
                .map(handling -> told && handling == Handling.IGNORED ? Handling.HANDLED : handling));
    }

    private Future<Handling> handle(IncomingEvent event, EventReader data, Tx tx) {
        return switch (event.type()) {
            case "MerchantRegistered" ->
                tx.apply(penalties.merchant(data.text("merchantId"), data.text("name"), language(data)))
                        .map(Handling.HANDLED);
            case "ShopRegistered" ->
                tx.apply(penalties.shop(data.text("shopId"), data.text("merchantId")))
                        .map(Handling.HANDLED);
            case "PenaltyProposed" -> proposed(event, data, tx);
            case "PenaltyApproved" ->
                tx.apply(penalties.approved(data.text("penaltyId"), data.text("approvedBy")))
                        .map(Handling.HANDLED);
            case "PenaltyReduced" ->
                tx.apply(penalties.points(data.text("penaltyId"), data.number("pointsAfter")))
                        .map(Handling.HANDLED);
            // Education stands in its place, which may be appealed: it stands, without points.
            case "PenaltyCured" ->
                tx.apply(penalties.points(data.text("penaltyId"), 0)).map(Handling.HANDLED);
            case "PenaltyRefused", "PenaltyWithdrawn", "PenaltyReversed" ->
                tx.apply(penalties.fallen(data.text("penaltyId"))).map(Handling.HANDLED);
            case "StatementIssued" -> statement(event, data, tx);
            case "SealedTermsChanged" -> {
                sealedTermsChanged.run();
                yield Future.succeededFuture(Handling.HANDLED);
            }
            case "EffectAnswered" -> answers.handle(event, tx);
            case "MilestoneVerified" -> milestones.handle(event, tx);
            default -> Future.succeededFuture(Handling.IGNORED);
        };
    }

    private static String language(EventReader data) {
        return data.text("language").startsWith("en") ? "en" : "zh";
    }

    private static Optional<Integer> rulebookVersion(JsonObject violation) {
        return violation.getValue("rulebookVersion") instanceof Integer version && version > 0
                ? Optional.of(version)
                : Optional.empty();
    }

    private Future<Handling> proposed(IncomingEvent event, EventReader data, Tx tx) {
        List<PenaltyViolation> violations = data.objects("violations").stream()
                .map(violation -> {
                    if (violation.getString("violationId") == null || violation.getString("clauseId") == null) {
                        throw data.poison("violations");
                    }
                    return new PenaltyViolation(
                            violation.getString("violationId"),
                            violation.getString("clauseId"),
                            DisclosedFacts.of(violation),
                            rulebookVersion(violation));
                })
                .toList();
        PenaltyUnderAppeal penalty = new PenaltyUnderAppeal(
                data.text("penaltyId"),
                data.text("merchantId"),
                data.text("shopId"),
                data.maybeText("departmentId"),
                data.text("proposedBy"),
                Set.of(),
                violations,
                data.number("points"));
        AppealWindow window = AppealWindow.of(penalty.penaltyId(), penalty.merchantId(), penalty.shopId());
        return tx.apply(penalties.proposed(penalty, data.maybeText("decisionId"), data.flag("imported")))
                .compose(written -> windows.begin(window, context(event), tx))
                .map(Handling.HANDLED);
    }

    private Future<Handling> statement(IncomingEvent event, EventReader data, Tx tx) {
        AppealWindow.Statement statement = new AppealWindow.Statement(
                data.text("statementId"),
                event.businessTime(),
                data.duration("appealWindow"),
                data.duration("deemedDelivered"));
        return windows.announced(data.text("penaltyId"), statement, context(event), tx)
                .map(known -> known ? Handling.HANDLED : Handling.notYet("its penalty is not known"));
    }

    private CommandContext context(IncomingEvent event) {
        return CommandContext.of(event, serviceName, event.businessTime());
    }
}
