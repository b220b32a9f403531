package io.redress.notifications;

import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.pg.Migrations;
import io.redress.notifications.api.NoticeApi;
import io.redress.notifications.app.Inbox;
import io.redress.notifications.app.ReadNotice;
import io.redress.notifications.app.StoreNotices;
import io.redress.notifications.domain.MessageCatalogue;
import io.redress.notifications.messaging.NoticeMessages;
import io.redress.notifications.messaging.PartyEventsConsumer;
import io.redress.notifications.store.PgMerchants;
import io.redress.notifications.store.PgNotices;
import java.util.List;

/** Composition root of the notification service. */
public final class NotificationService {
    private static final String NAME = "notification-service";
    private static final String SCHEMA = "notifications";
    private static final String MESSAGES_VERSION = "v1";
    private static final List<String> TOPICS = List.of("penalties.events.v1", "cases.events.v1", "refunds.events.v1");

    private NotificationService() {}

    /** Puts the service together; nothing runs yet. */
    public static RunnableService create(NotificationServiceConfig config, Runtime runtime) {
        ServiceKit kit = ServiceKit.of(NAME, SCHEMA, config.service(), runtime);
        MessageCatalogue messages = MessageFiles.read(MESSAGES_VERSION, config.zone());
        PgNotices notices = new PgNotices(kit.recorder(), NoticeMessages::of);
        PgMerchants merchants = new PgMerchants();
        StoreNotices storeNotices =
                new StoreNotices(notices, merchants, messages, config.fallbackLanguage(), runtime.ids());
        PartyEventsConsumer consumer =
                new PartyEventsConsumer(storeNotices, merchants, config.fallbackLanguage(), runtime.clock(), NAME);
        NotificationChannels channels = new NotificationChannels(kit, config.channels(), notices, storeNotices);
        EventHandler handler = channels.around(consumer);
        TOPICS.forEach(topic -> kit.consume(topic, handler));
        NoticeApi api = new NoticeApi(new Inbox(notices), channels.access(), new ReadNotice(notices));
        kit.http("openapi/notification-service.yaml", operations -> {
            api.bind(operations);
            channels.bind(operations);
        });
        kit.audit("notice", "a.id");
        kit.audit("preference", "'preferences:' || a.recipient_kind || ':' || a.recipient_id");
        return kit;
    }

    /** Brings the schema up to date. Blocks. */
    public static void migrate(NotificationServiceConfig config) {
        Migrations.run(config.service().pg(), SCHEMA);
    }
}
