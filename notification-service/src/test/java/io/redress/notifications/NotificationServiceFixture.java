package io.redress.notifications;

import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.template.MessageSyntax;
import io.redress.notifications.domain.template.ShippedTemplates;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.Wording;
import io.redress.notifications.icu.IcuMessages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The templates that are delivered, as they are stored at the first start. */
public final class NotificationServiceFixture {
    public static final MessageSyntax SYNTAX = new IcuMessages(ZoneId.of("Asia/Shanghai"));

    private NotificationServiceFixture() {}

    public static Template shipped(NoticeType type, Addressee addressee) {
        ShippedTemplates.Sample sample = ShippedTemplateFiles.read().stream()
                .filter(each -> each.type() == type && each.addressee() == addressee)
                .findFirst()
                .orElseThrow();
        return ShippedTemplates.approved("tpl_1", sample, "notification-service", Instant.EPOCH)
                .template();
    }

    /** What a delivered template makes of an event, with no sealed terms. */
    public static Wording.Result words(NoticeType type, Addressee addressee, PartyEvent event) {
        return new Wording(SYNTAX, text -> Optional.empty()).write(shipped(type, addressee), event);
    }
}
