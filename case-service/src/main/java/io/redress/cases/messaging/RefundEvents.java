package io.redress.cases.messaging;

import io.redress.cases.app.effect.ConfirmEffect;
import io.redress.kit.boot.BusinessClock;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** refunds.events.v1: answers to the effect lines about money. */
public final class RefundEvents implements EventHandler {

    private final EffectAnswers answers;

    public RefundEvents(ConfirmEffect effects, BusinessClock clock, String serviceName) {
        this.answers = new EffectAnswers(effects, clock, serviceName);
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        return event.type().equals("EffectAnswered")
                ? answers.handle(event, tx)
                : Future.succeededFuture(Handling.IGNORED);
    }
}
