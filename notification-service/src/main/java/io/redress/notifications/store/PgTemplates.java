package io.redress.notifications.store;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.Saved;
import io.redress.notifications.app.Templates;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TemplateEvent;
import io.redress.notifications.domain.template.TemplateStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Templates in the table {@code template}. */
public final class PgTemplates implements Templates {
    private static final String FIND = """
            SELECT * FROM template WHERE id = $1""";

    private static final String CURRENT = """
            SELECT * FROM template WHERE type = $1 AND addressee = $2 AND status = 'APPROVED'""";

    private static final String LIST = """
            SELECT * FROM template
             WHERE ($1::text IS NULL OR type = $1::text)
               AND ($2::text IS NULL OR status = $2::text)
               AND ($3::text IS NULL OR id < $3::text)
             ORDER BY id DESC
             LIMIT $4""";

    private static final String INSERT = """
            INSERT INTO template (id, version, event_sequence, chain_head, type, addressee, status, template_version,
                                  title_zh, body_zh, title_en, body_en, authors, approved_by,
                                  drafted_at, approved_at, superseded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)""";

    private static final String UPDATE = """
            UPDATE template
               SET version = $2, event_sequence = $3, chain_head = $4, type = $5, addressee = $6, status = $7,
                   template_version = $8, title_zh = $9, body_zh = $10, title_en = $11, body_en = $12, authors = $13,
                   approved_by = $14, drafted_at = $15, approved_at = $16, superseded_at = $17
             WHERE id = $1 AND version = $18""";

    private final EventRecorder recorder;
    private final Function<TemplateEvent, OutgoingEvent> messages;

    /**
     * @param recorder numbers and chains the events
     * @param messages turns an event into what others are told
     */
    public PgTemplates(EventRecorder recorder, Function<TemplateEvent, OutgoingEvent> messages) {
        this.recorder = recorder;
        this.messages = messages;
    }

    @Override
    public Future<Optional<Loaded<Template>>> find(String templateId, Tx tx) {
        return one(FIND, Tuple.of(templateId), tx);
    }

    @Override
    public Future<Optional<Loaded<Template>>> current(NoticeType type, Addressee addressee, Tx tx) {
        return one(CURRENT, Tuple.of(type.wireName(), addressee.name()), tx);
    }

    @Override
    public Future<List<Template>> list(
            Optional<NoticeType> type, Optional<TemplateStatus> status, Optional<String> before, int limit, Tx tx) {
        Tuple arguments = Tuple.of(
                type.map(NoticeType::wireName).orElse(null),
                status.map(TemplateStatus::name).orElse(null),
                before.orElse(null),
                limit);
        return tx.query(LIST, arguments).map(rows -> {
            List<Template> templates = new ArrayList<>();
            rows.forEach(row -> templates.add(TemplateRows.template(row)));
            return templates;
        });
    }

    @Override
    public Saved save(CommandContext context, Revision before, Template.Change change) {
        Template template = change.template();
        List<OutgoingEvent> events = change.events().stream().map(messages).toList();
        Recorded recorded = recorder.record(context, template.id(), before, events);
        Tuple arguments = TemplateRows.arguments(template, recorded.after());
        Write write = before.equals(Revision.NEW)
                ? Write.guarded(INSERT, arguments)
                : Write.guarded(UPDATE, arguments.addLong(before.version()));
        return new Saved(recorded.after(), write.with(recorded));
    }

    private static Future<Optional<Loaded<Template>>> one(String sql, Tuple arguments, Tx tx) {
        return tx.query(sql, arguments).map(rows -> {
            for (Row row : rows) {
                return Optional.of(new Loaded<>(TemplateRows.template(row), NoticeRows.revision(row)));
            }
            return Optional.empty();
        });
    }
}
