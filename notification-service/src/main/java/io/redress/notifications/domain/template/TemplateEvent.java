package io.redress.notifications.domain.template;

import java.time.Instant;

/** What happens to a template. */
public sealed interface TemplateEvent {
    /** The template it happened to, as it is after it. */
    Template template();

    /** Business time. */
    Instant at();

    /** Somebody wrote a draft. */
    record Drafted(Template template, Instant at) implements TemplateEvent {}

    /** The draft has other words. */
    record Changed(Template template, String by, Instant at) implements TemplateEvent {}

    /** From now on notices are made from it. */
    record Approved(Template template, Instant at) implements TemplateEvent {}

    /** From now on notices are made from a later version. */
    record Superseded(Template template, Instant at) implements TemplateEvent {}
}
