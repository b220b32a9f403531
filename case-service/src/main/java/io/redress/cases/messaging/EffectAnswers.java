package io.redress.cases.messaging;

import io.redress.cases.app.effect.ConfirmEffect;
import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * EffectAnswered, from whichever service owns the effect. An answer about a line that this service never ordered is
 * poison; a repeated one is absorbed by the line's own state.
 */
final class EffectAnswers {

    private final ConfirmEffect effects;
    private final BusinessClock clock;
    private final String serviceName;

    EffectAnswers(ConfirmEffect effects, BusinessClock clock, String serviceName) {
        this.effects = effects;
        this.clock = clock;
        this.serviceName = serviceName;
    }

    Future<Handling> handle(IncomingEvent event, Tx tx) {
        EventReader data = new EventReader(event);
        ConfirmEffect.Command command = new ConfirmEffect.Command(
                data.text("caseId"), data.text("effectId"), data.result("result"), data.maybeText("reason"));
        CommandContext context = CommandContext.of(event, serviceName, clock.now());
        return effects.handle(command, context, tx).map(refused -> {
            if (refused.isPresent()) {
                throw new PoisonEvent(
                        "effect " + command.effectId() + ": " + refused.get().detail());
            }
            return Handling.HANDLED;
        });
    }
}
