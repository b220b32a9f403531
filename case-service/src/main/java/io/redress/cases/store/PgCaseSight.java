package io.redress.cases.store;

import io.redress.cases.app.CaseSight;
import io.redress.kit.pg.Lookup;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * Asks the function {@code hidden_from}, which lists of cases ask too. Only a case in a restricted queue is hidden from
 * anybody; that is asked first, because it is asked with every command.
 */
public final class PgCaseSight implements CaseSight {

    private static final String RESTRICTED = """
            SELECT q.asked
            FROM unnest((SELECT $1::text[])) AS q (asked)
            CROSS JOIN LATERAL (SELECT i.queue_id FROM queue_item i WHERE i.case_id = q.asked LIMIT 1) i
            CROSS JOIN LATERAL (SELECT w.restricted FROM work_queue w
                                WHERE w.version = (SELECT max(version) FROM routing) AND w.queue_id = i.queue_id LIMIT 1) w
            WHERE w.restricted""";

    private static final String HIDES = "SELECT hidden_from($1, $2, $3) AS hides";

    private final Lookup<String, Boolean> restricted =
            new Lookup<>((tx, caseIds) -> tx.query(RESTRICTED, Columns.keys(caseIds))
                    .map(rows -> Lookup.byKey(rows, row -> row.getString("asked"), row -> true)));

    @Override
    public Future<Boolean> hides(Tx tx, String caseId, Viewer viewer) {
        return restricted
                .find(tx, caseId)
                .compose(found -> found.isEmpty() ? Future.succeededFuture(false) : asked(tx, caseId, viewer));
    }

    private static Future<Boolean> asked(Tx tx, String caseId, Viewer viewer) {
        return tx.query(
                        HIDES,
                        Columns.tuple(caseId, viewer.employee(), viewer.roles().toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getBoolean("hides"));
    }
}
