package io.redress.notifications;

import io.micrometer.core.instrument.Gauge;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.http.Operations;
import io.redress.kit.messaging.EventHandler;
import io.redress.notifications.api.DeliveryApi;
import io.redress.notifications.api.StreamedNotice;
import io.redress.notifications.app.AcknowledgeNotice;
import io.redress.notifications.app.Carrier;
import io.redress.notifications.app.ChangePreferences;
import io.redress.notifications.app.Deliveries;
import io.redress.notifications.app.Inbox;
import io.redress.notifications.app.NoticeAccess;
import io.redress.notifications.app.Notices;
import io.redress.notifications.app.PlanDeliveries;
import io.redress.notifications.app.RecordMailReport;
import io.redress.notifications.app.RefusalAlarm;
import io.redress.notifications.app.ReleaseDelivery;
import io.redress.notifications.app.SendDelivery;
import io.redress.notifications.app.StoreNotices;
import io.redress.notifications.app.TellOfBounce;
import io.redress.notifications.client.SmsCarrier;
import io.redress.notifications.client.SmsConfig;
import io.redress.notifications.client.SmtpCarrier;
import io.redress.notifications.client.SmtpConfig;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.MailComposer;
import io.redress.notifications.domain.RetryTable;
import io.redress.notifications.messaging.DeliveringConsumer;
import io.redress.notifications.messaging.DeliveryWorker;
import io.redress.notifications.messaging.NoticeMessages;
import io.redress.notifications.store.NoticeFeed;
import io.redress.notifications.store.PgAddresses;
import io.redress.notifications.store.PgDeliveries;
import io.redress.notifications.store.PgPreferences;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composes the ways beside the inbox; a way that is not configured is off, and that is said. */
final class NotificationChannels {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationChannels.class);

    private final ServiceKit kit;
    private final Notices notices;
    private final PgDeliveries deliveries = new PgDeliveries();
    private final PgAddresses addresses = new PgAddresses();
    private final PgPreferences preferences;
    private final PlanDeliveries plan;
    private final Set<Channel> on = EnumSet.of(Channel.INBOX);
    private final Optional<MailComposer> composer;

    NotificationChannels(
            ServiceKit kit, ChannelsConfig config, Notices notices, StoreNotices storeNotices, RefusalAlarm alarm) {
        this.kit = kit;
        this.notices = notices;
        this.preferences = new PgPreferences(kit.recorder(), NoticeMessages::preferencesChanged);
        this.composer = config.smtp().map(smtp -> new MailComposer(smtp.domain(), config.publicUrl()));
        config.smtp().ifPresent(this::mail);
        config.sms().ifPresent(this::text);
        this.plan = new PlanDeliveries(notices, deliveries, addresses, preferences, on);
        TellOfBounce bounce = new TellOfBounce(notices, addresses, storeNotices, plan, alarm, config.desk());
        ReleaseDelivery release = new ReleaseDelivery(deliveries);
        kit.deadline(Deliveries.QUIET_HOURS_END, (subject, due, context, tx) -> release.handle(subject, context, tx));
        kit.deadline(Deliveries.PLANNED_LATE, (subject, due, context, tx) -> plan.handle(subject, context, tx));
        kit.deadline(Deliveries.BOUNCE_TOLD, (subject, due, context, tx) -> bounce.handle(subject, context, tx));
        kit.outstanding(() -> kit.database().read(deliveries::outstanding));
        say();
    }

    /** Binds the operations beside the inbox's own. */
    void bind(Operations operations) {
        new DeliveryApi(
                        new AcknowledgeNotice(notices),
                        new RecordMailReport(notices, deliveries, composer),
                        new ChangePreferences(preferences))
                .bind(operations);
        operations.stream("streamNotices", new NoticeFeed(Inbox::of, StreamedNotice::of));
    }

    /** What is known of the deliveries of a notice, for those who may know. */
    NoticeAccess access() {
        return new NoticeAccess(notices, deliveries, addresses);
    }

    /** The handler of party events, with everything that follows from a stored notice. */
    EventHandler around(EventHandler storing) {
        return new DeliveringConsumer(storing, addresses, plan, kit.runtime().clock(), kit.serviceName());
    }

    private void mail(SmtpConfig smtp) {
        SmtpCarrier carrier = new SmtpCarrier(kit.runtime().vertx(), smtp, composer.orElseThrow(), kit.metrics());
        carry(carrier, smtp.retries(), SmtpCarrier.CONCURRENT);
    }

    private void text(SmsConfig sms) {
        SmsCarrier carrier = new SmsCarrier(kit.runtime().vertx(), kit.webClient(), sms, kit.metrics());
        carry(carrier, sms.retries(), SmsCarrier.CONCURRENT);
    }

    private void carry(Carrier carrier, RetryTable retries, int atOnce) {
        on.add(carrier.channel());
        SendDelivery sending = new SendDelivery(
                kit.database(),
                notices,
                deliveries,
                carrier,
                retries,
                kit.runtime().clock(),
                kit.runtime().ids(),
                kit.serviceName());
        kit.beside(new DeliveryWorker(kit.runtime().vertx(), sending, atOnce, kit.metrics(), kit::committed));
    }

    private void say() {
        JsonObject page = new JsonObject();
        for (Channel channel : Channel.values()) {
            boolean isOn = on.contains(channel);
            LOG.atInfo().addKeyValue("channel", channel).addKeyValue("on", isOn).log("channel of notices");
            Gauge.builder("redress.channel.on", () -> isOn ? 1 : 0)
                    .tag("channel", channel.name())
                    .register(kit.metrics());
            page.put(channel.name(), isOn ? "on" : "off: not configured");
        }
        kit.page("/channels", () -> Future.succeededFuture(page));
    }
}
