package io.redress.notifications.messaging;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.Addresses;
import io.redress.notifications.app.PlanDeliveries;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * Around the handler that stores notices: remembers addresses and advocates, and queues the new notices' deliveries in
 * the same transaction.
 */
public final class DeliveringConsumer implements EventHandler {
    private final EventHandler notices;
    private final Addresses addresses;
    private final PlanDeliveries plan;
    private final BusinessClock clock;
    private final String serviceName;

    public DeliveringConsumer(
            EventHandler notices, Addresses addresses, PlanDeliveries plan, BusinessClock clock, String serviceName) {
        this.notices = notices;
        this.addresses = addresses;
        this.plan = plan;
        this.clock = clock;
        this.serviceName = serviceName;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        return notices.handle(event, tx).compose(handling -> {
            Write remembered = remembered(event);
            Future<Void> known = remembered.isEmpty() ? Future.succeededFuture() : tx.apply(remembered);
            CommandContext context = CommandContext.of(event, serviceName, clock.now());
            return known.compose(
                            done -> handling instanceof Handling.Handled ? plan.handle(event.id(), context, tx) : known)
                    .map(done -> remembered.isEmpty() ? handling : Handling.HANDLED);
        });
    }

    private Write remembered(IncomingEvent event) {
        JsonObject data = event.data();
        return switch (event.type()) {
            case "MerchantRegistered" ->
                addresses.rememberEmail(
                        data.getString("merchantId"), Optional.ofNullable(data.getString("email")), event.sequence());
            case "CaseOpened", "AdvocateAssigned", "AdvocateChanged" ->
                addresses.rememberCase(
                        data.getString("caseId"),
                        data.getString("merchantId"),
                        Optional.ofNullable(data.getString("penaltyId")),
                        Optional.ofNullable(data.getString("advocateId")));
            default -> Write.none();
        };
    }
}
