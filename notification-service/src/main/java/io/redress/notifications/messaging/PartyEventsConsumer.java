package io.redress.notifications.messaging;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.Merchants;
import io.redress.notifications.app.StoreNotices;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NoticeType;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Turns what other services tell into notices. An event that cannot be worded is poison: it goes to the dead letters,
 * where an operator sees it, rather than to the party with a gap in it.
 */
public final class PartyEventsConsumer implements EventHandler {
    private final StoreNotices storeNotices;
    private final Merchants merchants;
    private final Language fallback;
    private final BusinessClock clock;
    private final String serviceName;

    public PartyEventsConsumer(
            StoreNotices storeNotices,
            Merchants merchants,
            Language fallback,
            BusinessClock clock,
            String serviceName) {
        this.storeNotices = storeNotices;
        this.merchants = merchants;
        this.fallback = fallback;
        this.clock = clock;
        this.serviceName = serviceName;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        if (event.type().equals("MerchantRegistered")) {
            return tx.apply(merchant(event)).map(Handling.HANDLED);
        }
        Optional<NoticeType> type = NoticeType.causedBy(event.type());
        if (type.isEmpty()) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        CommandContext context = CommandContext.of(event, serviceName, clock.now());
        return storeNotices
                .handle(type.get(), PartyEventReader.read(event), context, tx)
                .compose(outcome -> apply(outcome, tx));
    }

    private static Future<Handling> apply(Outcome<Write> outcome, Tx tx) {
        if (outcome instanceof Outcome.Done<Write> done) {
            Write write = done.value();
            return write.isEmpty()
                    ? Future.succeededFuture(Handling.IGNORED)
                    : tx.apply(write).map(Handling.HANDLED);
        }
        String why = ((Outcome.Refused<Write>) outcome).refusal().detail();
        return Future.failedFuture(new PoisonEvent(why));
    }

    private Write merchant(IncomingEvent event) {
        String merchantId = event.data().getString("merchantId");
        String name = event.data().getString("name");
        if (merchantId == null || name == null) {
            throw new PoisonEvent("MerchantRegistered carries no merchantId or no name");
        }
        Language language = Optional.ofNullable(event.data().getString("language"))
                .flatMap(Language::ofTag)
                .orElse(fallback);
        return merchants.remember(merchantId, name, language, event.sequence());
    }
}
