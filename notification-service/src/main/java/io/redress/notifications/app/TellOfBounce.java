package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the merchant in the inbox, and by the channels that still work, that a notice came back, and with him the
 * advocate of the case or, where there is none, the platform's desk. Once for each notice.
 */
public final class TellOfBounce {
    private final Notices notices;
    private final Addresses addresses;
    private final StoreNotices storeNotices;
    private final PlanDeliveries plan;
    private final RefusalAlarm alarm;
    private final Optional<String> desk;

    /** @param desk the employee who looks after merchants without an advocate */
    public TellOfBounce(
            Notices notices,
            Addresses addresses,
            StoreNotices storeNotices,
            PlanDeliveries plan,
            RefusalAlarm alarm,
            Optional<String> desk) {
        this.alarm = alarm;
        this.notices = notices;
        this.addresses = addresses;
        this.storeNotices = storeNotices;
        this.plan = plan;
        this.desk = desk;
    }

    /** A notice that cannot be worded is kept as refused, with the alarm, like any other. */
    public Future<Void> handle(String noticeId, CommandContext context, Tx tx) {
        return notices.find(noticeId, tx).compose(found -> {
            Notice bounced = found.orElseThrow().state();
            return advocate(bounced, tx).compose(advocate -> {
                PartyEvent event = event(bounced, advocate);
                return storeNotices
                        .handle(NoticeType.NOTICE_BOUNCED, event, context, tx)
                        .compose(result -> tx.apply(result.write())
                                .compose(stored -> plan.handle(event.id(), context, tx))
                                .onSuccess(planned -> result.refused().forEach(alarm::raise)));
            });
        });
    }

    private Future<Optional<String>> advocate(Notice bounced, Tx tx) {
        return bounced.about()
                .penaltyId()
                .map(penaltyId -> addresses.advocateOf(penaltyId, tx))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private PartyEvent event(Notice bounced, Optional<String> advocate) {
        Map<String, String> values = new HashMap<>();
        values.put("merchantId", bounced.recipient().id());
        values.put("subject.zh", bounced.title().zh());
        values.put("subject.en", bounced.title().en());
        bounced.about().penaltyId().ifPresent(id -> values.put("penaltyId", id));
        bounced.about().statementId().ifPresent(id -> values.put("statementId", id));
        bounced.about().caseId().ifPresent(id -> values.put("caseId", id));
        bounced.about().measureId().ifPresent(id -> values.put("measureId", id));
        advocate.ifPresent(id -> values.put("advocateId", id));
        desk.ifPresent(id -> values.put("deskId", id));
        return new PartyEvent("bounce-of-" + bounced.id(), "NoticeBounced", bounced.storedAt(), values);
    }
}
