package io.redress.notifications.store;

import io.redress.kit.command.Revision;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TemplateStatus;
import io.redress.notifications.domain.template.TemplateText;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A template as a row of the table {@code template}. */
final class TemplateRows {
    private TemplateRows() {}

    static Template template(Row row) {
        return new Template(
                row.getString("id"),
                NoticeType.ofWireName(row.getString("type")),
                Addressee.valueOf(row.getString("addressee")),
                text(row, "title_zh", "body_zh"),
                text(row, "title_en", "body_en"),
                TemplateStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getInteger("template_version")),
                List.of(row.getArrayOfStrings("authors")),
                Optional.ofNullable(row.getString("approved_by")),
                row.getOffsetDateTime("drafted_at").toInstant(),
                instant(row, "approved_at"),
                instant(row, "superseded_at"));
    }

    /** The arguments of insert and update, in the order of the columns. */
    static Tuple arguments(Template template, Revision revision) {
        return Tuple.tuple()
                .addString(template.id())
                .addLong(revision.version())
                .addLong(revision.sequence())
                .addBuffer(NoticeRows.bytes(revision.chainHead()))
                .addString(template.type().wireName())
                .addString(template.addressee().name())
                .addString(template.status().name())
                .addInteger(template.version().orElse(null))
                .addString(template.zh().map(TemplateText::title).orElse(null))
                .addString(template.zh().map(TemplateText::body).orElse(null))
                .addString(template.en().map(TemplateText::title).orElse(null))
                .addString(template.en().map(TemplateText::body).orElse(null))
                .addArrayOfString(template.authors().toArray(String[]::new))
                .addString(template.approvedBy().orElse(null))
                .addOffsetDateTime(PgNotices.utc(template.draftedAt()))
                .addOffsetDateTime(template.approvedAt().map(PgNotices::utc).orElse(null))
                .addOffsetDateTime(template.supersededAt().map(PgNotices::utc).orElse(null));
    }

    private static Optional<TemplateText> text(Row row, String title, String body) {
        return Optional.ofNullable(row.getString(title)).map(words -> new TemplateText(words, row.getString(body)));
    }

    static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
