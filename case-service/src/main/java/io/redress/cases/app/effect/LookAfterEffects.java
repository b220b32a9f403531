package io.redress.cases.app.effect;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectState;
import io.redress.cases.domain.Settlement;
import io.redress.cases.domain.StuckEffects;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Operators look after effect lines that their owners have not made true. Refusals: own-cause, effect-not-stuck,
 * unknown-effect, order-not-repeatable, settlement-not-proposed, reasons-missing, illegal-transition.
 */
public final class LookAfterEffects {

    /** Which line, and why. */
    public record Again(String caseId, String effectId, BilingualText reasons) {}

    /** What has become of it. */
    public record Propose(String caseId, String effectId, EffectState result, BilingualText reasons) {}

    /** Which proposal is confirmed: the one of this line, of the version that was seen. */
    public record Confirm(String caseId, String effectId) {}

    private final CaseDesk desk;
    private final Settlements settlements;
    private final Duration effectsWithin;

    /** @param effectsWithin how long the owner of an effect has to answer */
    public LookAfterEffects(CaseDesk desk, Settlements settlements, Duration effectsWithin) {
        this.desk = desk;
        this.settlements = settlements;
        this.effectsWithin = effectsWithin;
    }

    public Future<Decision<CaseResult>> orderAgain(Again command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.ORDER_EFFECT_AGAIN,
                context,
                tx,
                (file, actor) -> StuckEffects.orderAgain(
                        file, actor, command.effectId(), command.reasons(), effectsWithin, context.businessTime()));
    }

    public Future<Decision<CaseResult>> propose(Propose command, CommandContext context, Tx tx) {
        return desk.decideWith(command.caseId(), CaseCommand.PROPOSE_SETTLEMENT, context, tx, (file, actor) -> {
            Settlement settlement = new Settlement(
                    command.effectId(), command.result(), command.reasons(), actor.id(), context.businessTime());
            return Future.succeededFuture(StuckEffects.propose(file, actor, settlement, context.businessTime())
                    .map(change -> new CaseDesk.Step(change, settlements.propose(settlement))));
        });
    }

    public Future<Decision<CaseResult>> confirm(Confirm command, CommandContext context, Tx tx) {
        return desk.decideWith(
                command.caseId(), CaseCommand.CONFIRM_SETTLEMENT, context, tx, (file, actor) -> settlements
                        .find(tx, command.effectId())
                        .map(proposed -> StuckEffects.confirm(
                                        file, actor, command.effectId(), proposed, context.businessTime())
                                .flatMap(change -> Outcome.done(new CaseDesk.Step(
                                        change,
                                        settlements.confirmed(
                                                command.effectId(), actor.id(), context.businessTime()))))));
    }

    public Future<List<Settlements.Stuck>> stuck(
            Optional<Settlements.Which> which,
            Optional<EffectOwner> owner,
            Optional<String> after,
            int limit,
            CommandContext context,
            Tx tx) {
        return settlements.stuck(tx, Actors.viewer(context.caller()).orElseThrow(), which, owner, after, limit);
    }
}
