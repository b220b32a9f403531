package io.redress.notifications.messaging;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.Desks;
import io.redress.notifications.app.Merchants;
import io.redress.notifications.app.RefusalAlarm;
import io.redress.notifications.app.StoreNotices;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NoticeType;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Turns what other services tell into notices. A notice that would have a gap is not sent: it is kept as refused, the
 * alarm is raised, and the events behind it go on.
 */
public final class PartyEventsConsumer implements EventHandler {
    private final StoreNotices storeNotices;
    private final Merchants merchants;
    private final Language fallback;
    private final Desks desks;
    private final RefusalAlarm alarm;
    private final Runnable sealedTermsChanged;
    private final BusinessClock clock;
    private final String serviceName;

    /** @param sealedTermsChanged must not wait for anybody */
    public PartyEventsConsumer(
            StoreNotices storeNotices,
            Merchants merchants,
            Language fallback,
            Desks desks,
            RefusalAlarm alarm,
            Runnable sealedTermsChanged,
            BusinessClock clock,
            String serviceName) {
        this.storeNotices = storeNotices;
        this.merchants = merchants;
        this.fallback = fallback;
        this.desks = desks;
        this.alarm = alarm;
        this.sealedTermsChanged = sealedTermsChanged;
        this.clock = clock;
        this.serviceName = serviceName;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        if (event.type().equals("MerchantRegistered")) {
            return tx.apply(merchant(event)).map(Handling.HANDLED);
        }
        if (event.type().equals("SealedTermsChanged")) {
            sealedTermsChanged.run();
            return Future.succeededFuture(Handling.HANDLED);
        }
        Optional<NoticeType> type = NoticeType.causedBy(event.type());
        if (type.isEmpty()) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        CommandContext context = CommandContext.of(event, serviceName, clock.now());
        return storeNotices
                .handle(type.get(), desks.complete(type.get(), PartyEventReader.read(event)), context, tx)
                .compose(result -> apply(result, tx));
    }

    private Future<Handling> apply(StoreNotices.Result result, Tx tx) {
        if (result.write().isEmpty()) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        return tx.apply(result.write()).map(written -> {
            result.refused().forEach(alarm::raise);
            return Handling.HANDLED;
        });
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
