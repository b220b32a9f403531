package io.redress.notifications.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TemplateEvent;
import io.vertx.core.json.JsonObject;

/** What this service tells others of a template: who did what when, never its words. */
public final class TemplateMessages {
    private static final String TOPIC = "notifications.events.v1";

    private TemplateMessages() {}

    /** The message of one event of a template. */
    public static OutgoingEvent of(TemplateEvent event) {
        Template template = event.template();
        JsonObject data = new JsonObject()
                .put("templateId", template.id())
                .put("type", template.type().wireName())
                .put("addressee", template.addressee().name())
                .put("at", event.at().toString());
        template.version().ifPresent(version -> data.put("version", version));
        return OutgoingEvent.of(TOPIC, template.id(), type(event), data);
    }

    private static String type(TemplateEvent event) {
        if (event instanceof TemplateEvent.Drafted) {
            return "TemplateDrafted";
        }
        if (event instanceof TemplateEvent.Changed) {
            return "TemplateChanged";
        }
        return event instanceof TemplateEvent.Approved ? "TemplateApproved" : "TemplateSuperseded";
    }
}
