package io.redress.cases.store;

import io.redress.cases.app.message.ConfidenceLog;
import io.redress.cases.domain.ConfidenceAct;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Readings by those who oversee. */
public final class PgConfidenceLog implements ConfidenceLog {

    private static final String READ = """
            INSERT INTO confidence_log (case_id, act, by, at, request_id)
            VALUES ($1::text, $2::text, $3::text, $4::timestamptz, $5::text)""";

    private static final String LIST = """
            SELECT sequence, act, by, at, request_id FROM confidence_log
            WHERE case_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3""";

    @Override
    public Write read(String caseId, ConfidenceAct act, CommandContext context) {
        return Write.none()
                .with(
                        READ,
                        Columns.tuple(
                                caseId,
                                act.name(),
                                context.caller().subject(),
                                Columns.time(context.businessTime()),
                                context.requestId()));
    }

    @Override
    public Future<List<Entry>> list(Tx tx, String caseId, int limit, long afterSequence) {
        return tx.query(LIST, Columns.tuple(caseId, afterSequence, limit + 1)).map(rows -> {
            List<Entry> page = new ArrayList<>();
            rows.forEach(row -> page.add(new Entry(
                    row.getLong("sequence"),
                    ConfidenceAct.valueOf(row.getString("act")),
                    row.getString("by"),
                    Columns.instant(row, "at"),
                    row.getString("request_id"))));
            return page;
        });
    }
}
