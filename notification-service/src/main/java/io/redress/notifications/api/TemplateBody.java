package io.redress.notifications.api;

import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TemplateText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A template as those see it who write and approve it. */
record TemplateBody(
        String id,
        String type,
        String addressee,
        String status,
        Optional<Integer> version,
        Optional<TemplateText> zh,
        Optional<TemplateText> en,
        List<String> authors,
        Optional<String> approvedBy,
        Instant draftedAt,
        Optional<Instant> approvedAt,
        Optional<Instant> supersededAt) {

    static TemplateBody of(Template template) {
        return new TemplateBody(
                template.id(),
                template.type().wireName(),
                template.addressee().name(),
                template.status().name(),
                template.version(),
                template.zh(),
                template.en(),
                template.authors(),
                template.approvedBy(),
                template.draftedAt(),
                template.approvedAt(),
                template.supersededAt());
    }
}
