package io.redress.notifications;

import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.pg.Migrations;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.redress.kit.text.RemotePhrases;
import io.redress.notifications.api.NoticeApi;
import io.redress.notifications.api.NoticePdfApi;
import io.redress.notifications.api.RefusedNoticeApi;
import io.redress.notifications.api.TemplateApi;
import io.redress.notifications.app.Inbox;
import io.redress.notifications.app.KeepTemplates;
import io.redress.notifications.app.LoadShippedTemplates;
import io.redress.notifications.app.PreviewTemplate;
import io.redress.notifications.app.ReadNotice;
import io.redress.notifications.app.RetryNotice;
import io.redress.notifications.app.SealedTerms;
import io.redress.notifications.app.StoreNotices;
import io.redress.notifications.app.WriteNotice;
import io.redress.notifications.icu.IcuMessages;
import io.redress.notifications.messaging.NoticeMessages;
import io.redress.notifications.messaging.PartyEventsConsumer;
import io.redress.notifications.messaging.RefusedNoticeMessages;
import io.redress.notifications.messaging.TemplateMessages;
import io.redress.notifications.pdf.PdfPrinter;
import io.redress.notifications.store.PgMerchants;
import io.redress.notifications.store.PgNotices;
import io.redress.notifications.store.PgRefusedNotices;
import io.redress.notifications.store.PgTemplates;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/** Composition root of the notification service. */
public final class NotificationService {
    private static final String NAME = "notification-service";
    private static final String SCHEMA = "notifications";
    private static final List<String> TOPICS = List.of("penalties.events.v1", "cases.events.v1", "refunds.events.v1");

    private NotificationService() {}

    /** Puts the service together; nothing runs yet. */
    public static RunnableService create(NotificationServiceConfig config, Runtime runtime) {
        ServiceKit kit = ServiceKit.of(NAME, SCHEMA, config.service(), runtime);
        IcuMessages syntax = new IcuMessages(config.zone());
        RemotePhrases phrases = sealedTerms(config, kit);
        SealedTerms sealedTerms = () -> phrases.scanner().map(scanner -> scanner::find);
        kit.beside(phrases);
        PgTemplates templates = new PgTemplates(kit.recorder(), TemplateMessages::of);
        PgNotices notices = new PgNotices(kit.recorder(), NoticeMessages::of);
        PgRefusedNotices refusedNotices = new PgRefusedNotices(kit.recorder(), RefusedNoticeMessages::of);
        PgMerchants merchants = new PgMerchants();
        WriteNotice writeNotice =
                new WriteNotice(templates, merchants, syntax, sealedTerms, config.fallbackLanguage(), runtime.ids());
        StoreNotices storeNotices = new StoreNotices(notices, refusedNotices, writeNotice, runtime.ids());
        MetricsAlarm alarm = new MetricsAlarm(kit.metrics());
        PartyEventsConsumer consumer = new PartyEventsConsumer(
                storeNotices,
                merchants,
                config.fallbackLanguage(),
                config.channels().desks(),
                alarm,
                phrases::refreshQuietly,
                runtime.clock(),
                NAME);
        NotificationChannels channels = new NotificationChannels(kit, config.channels(), notices, storeNotices, alarm);
        EventHandler handler = channels.around(consumer);
        TOPICS.forEach(topic -> kit.consume(topic, handler));
        Inbox inbox = new Inbox(notices);
        NoticeApi noticeApi = new NoticeApi(inbox, channels.access(), new ReadNotice(notices));
        NoticePdfApi pdfApi = new NoticePdfApi(kit.database(), inbox, new PdfPrinter(runtime.vertx(), config.zone()));
        TemplateApi templateApi = new TemplateApi(
                new KeepTemplates(templates, syntax, sealedTerms, runtime.ids()),
                new PreviewTemplate(templates, syntax),
                templates);
        RefusedNoticeApi refusedNoticeApi =
                new RefusedNoticeApi(refusedNotices, new RetryNotice(refusedNotices, notices, writeNotice));
        kit.http("openapi/notification-service.yaml", operations -> {
            noticeApi.bind(operations);
            pdfApi.bind(operations);
            templateApi.bind(operations);
            refusedNoticeApi.bind(operations);
            channels.bind(operations);
            kit.deadLetters(operations);
        });
        LoadShippedTemplates shipped =
                new LoadShippedTemplates(templates, ShippedTemplateFiles.read(), runtime.ids(), NAME);
        Supplier<Future<Void>> load = () -> kit.database()
                .inTransaction(tx -> shipped.handle(runtime.clock().now(), tx));
        // Another instance that starts at the same moment may have been faster: then there is nothing left to store.
        kit.beforeStart(() -> load.get().recover(lostRace -> load.get()));
        kit.audit("notice", "a.id");
        kit.audit("preference", "'preferences:' || a.recipient_kind || ':' || a.recipient_id");
        kit.audit("template", "a.id");
        kit.audit("refused_notice", "a.id");
        return kit;
    }

    private static RemotePhrases sealedTerms(NotificationServiceConfig config, ServiceKit kit) {
        Guard guard = new Guard(kit.runtime().vertx(), "sealed-terms", GuardConfig.forReads(), kit.metrics());
        return new RemotePhrases(
                kit.runtime().vertx(),
                config.penaltiesUrl() + "/v1/sealed-terms",
                kit.webClient(),
                kit.machineTokens(),
                guard);
    }

    /** Brings the schema up to date. Blocks. */
    public static void migrate(NotificationServiceConfig config) {
        Migrations.run(config.service().pg(), SCHEMA);
    }
}
