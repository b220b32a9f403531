package io.redress.cases.store;

import io.redress.cases.app.note.CaseTags;
import io.redress.cases.domain.CaseTag;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tags and their log. */
public final class PgCaseTags implements CaseTags {

    private static final String OF = "SELECT tag, by, at FROM case_tag WHERE case_id = $1";

    private static final String ADD =
            "INSERT INTO case_tag (case_id, tag, by, at) VALUES ($1::text, $2::text, $3::text, $4::timestamptz)";

    private static final String REMOVE = "DELETE FROM case_tag WHERE case_id = $1 AND tag = $2";

    private static final String LOGGED = """
            INSERT INTO case_tag_log (case_id, tag, act, by, at)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz)""";

    private static final String LOG = """
            SELECT sequence, tag, act, by, at FROM case_tag_log
            WHERE case_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3""";

    @Override
    public Future<List<Tag>> of(Tx tx, String caseId) {
        return tx.query(OF, Columns.tuple(caseId)).map(rows -> {
            List<Tag> tags = new ArrayList<>();
            rows.forEach(
                    row -> tags.add(new Tag(row.getString("tag"), row.getString("by"), Columns.instant(row, "at"))));
            tags.sort(Comparator.comparing(Tag::tag));
            return tags;
        });
    }

    @Override
    public Write add(String caseId, CaseTag tag, CommandContext context) {
        return logged(
                Write.guarded(
                        ADD,
                        Columns.tuple(
                                caseId, tag.text(), context.caller().subject(), Columns.time(context.businessTime()))),
                caseId,
                tag,
                Act.ADDED,
                context);
    }

    @Override
    public Write remove(String caseId, CaseTag tag, CommandContext context) {
        return logged(Write.guarded(REMOVE, Columns.tuple(caseId, tag.text())), caseId, tag, Act.REMOVED, context);
    }

    private static Write logged(Write write, String caseId, CaseTag tag, Act act, CommandContext context) {
        return write.with(
                LOGGED,
                Columns.tuple(
                        caseId,
                        tag.text(),
                        act.name(),
                        context.caller().subject(),
                        Columns.time(context.businessTime())));
    }

    @Override
    public Future<List<Entry>> log(Tx tx, String caseId, int limit, long afterSequence) {
        return tx.query(LOG, Columns.tuple(caseId, afterSequence, limit + 1)).map(rows -> {
            List<Entry> page = new ArrayList<>();
            rows.forEach(row -> page.add(new Entry(
                    row.getLong("sequence"),
                    row.getString("tag"),
                    Act.valueOf(row.getString("act")),
                    row.getString("by"),
                    Columns.instant(row, "at"))));
            return page;
        });
    }
}
