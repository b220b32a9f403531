package io.redress.notifications.store;

import io.redress.kit.command.Revision;
import io.redress.notifications.domain.About;
import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.template.TemplateRef;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A notice as a row of the table {@code notice}. */
final class NoticeRows {
    private NoticeRows() {}

    static Notice notice(Row row) {
        return new Notice(
                row.getString("id"),
                row.getString("source_event_id"),
                NoticeType.ofWireName(row.getString("type")),
                recipient(row),
                text(row, "merchant_id"),
                new About(
                        text(row, "penalty_id"),
                        text(row, "statement_id"),
                        text(row, "case_id"),
                        text(row, "measure_id")),
                Language.valueOf(row.getString("language")),
                Optional.ofNullable(row.getString("template_id"))
                        .map(id -> new TemplateRef(id, row.getInteger("template_version"))),
                new BilingualText(row.getString("title_zh"), row.getString("title_en")),
                new BilingualText(row.getString("body_zh"), row.getString("body_en")),
                row.getOffsetDateTime("stored_at").toInstant(),
                instant(row, "read_at"),
                instant(row, "acknowledged_at"));
    }

    static Revision revision(Row row) {
        return new Revision(
                row.getLong("version"),
                row.getLong("event_sequence"),
                row.getBuffer("chain_head").getBytes());
    }

    static Recipient recipient(Row row) {
        return new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient_id"));
    }

    /** The arguments of the insert, in the order of its columns. */
    static Tuple arguments(Notice notice, Revision revision) {
        return Tuple.tuple()
                .addString(notice.id())
                .addLong(revision.version())
                .addLong(revision.sequence())
                .addBuffer(bytes(revision.chainHead()))
                .addString(notice.sourceEventId())
                .addString(notice.type().wireName())
                .addString(notice.recipient().kind().name())
                .addString(notice.recipient().id())
                .addString(notice.merchantId().orElse(null))
                .addString(notice.about().penaltyId().orElse(null))
                .addString(notice.about().statementId().orElse(null))
                .addString(notice.about().caseId().orElse(null))
                .addString(notice.about().measureId().orElse(null))
                .addString(notice.language().name())
                .addString(notice.template().map(TemplateRef::id).orElse(null))
                .addInteger(notice.template().map(TemplateRef::version).orElse(null))
                .addString(notice.title().zh())
                .addString(notice.title().en())
                .addString(notice.body().zh())
                .addString(notice.body().en())
                .addOffsetDateTime(PgNotices.utc(notice.storedAt()));
    }

    static Buffer bytes(byte[] bytes) {
        return Buffer.buffer(bytes);
    }

    static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }
}
