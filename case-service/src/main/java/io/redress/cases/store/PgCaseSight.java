package io.redress.cases.store;

import io.redress.cases.app.CaseSight;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** Asks the function {@code hidden_from}, which lists of cases ask too. */
public final class PgCaseSight implements CaseSight {

    private static final String HIDES = "SELECT hidden_from($1, $2, $3) AS hides";

    @Override
    public Future<Boolean> hides(Tx tx, String caseId, Viewer viewer) {
        return tx.query(
                        HIDES,
                        Columns.tuple(caseId, viewer.employee(), viewer.roles().toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getBoolean("hides"));
    }
}
