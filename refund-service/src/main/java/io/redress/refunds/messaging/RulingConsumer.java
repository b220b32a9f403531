package io.redress.refunds.messaging;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.refunds.app.BookClaims;
import io.redress.refunds.domain.ClaimOrder;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/** Takes from each ruling, or from what settles a conditional one, the lines that order money back. */
public final class RulingConsumer implements EventHandler {
    private static final Set<String> ORDERS =
            Set.of("RulingIssued", "ConditionalRulingFulfilled", "ConditionalRulingLapsed");

    private final BookClaims bookClaims;
    private final BusinessClock clock;
    private final String serviceName;

    public RulingConsumer(BookClaims bookClaims, BusinessClock clock, String serviceName) {
        this.bookClaims = bookClaims;
        this.clock = clock;
        this.serviceName = serviceName;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        if (!ORDERS.contains(event.type())) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        List<ClaimOrder> orders = RulingReader.orders(event);
        if (orders.isEmpty()) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        CommandContext context = CommandContext.of(event, serviceName, clock.now());
        return bookClaims.handle(orders, context, tx).compose(outcome -> apply(outcome, tx));
    }

    private static Future<Handling> apply(Outcome<List<Write>> outcome, Tx tx) {
        if (outcome instanceof Outcome.Done<List<Write>> done) {
            Future<Void> applied = Future.succeededFuture();
            for (Write write : done.value()) {
                applied = applied.compose(before -> tx.apply(write));
            }
            return applied.map(Handling.HANDLED);
        }
        String why = ((Outcome.Refused<List<Write>>) outcome).refusal().detail();
        return Future.failedFuture(new PoisonEvent(why));
    }
}
