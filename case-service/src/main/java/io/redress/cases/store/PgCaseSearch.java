package io.redress.cases.store;

import io.redress.cases.app.search.CaseFilter;
import io.redress.cases.app.search.CasePosition;
import io.redress.cases.app.search.CaseSearch;
import io.redress.cases.app.search.CaseSummary;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of cases; how they are asked for is {@link CaseSearchSql}. */
public final class PgCaseSearch implements CaseSearch {

    @Override
    public Future<List<CaseSummary>> find(
            Tx tx, CaseFilter filter, int limit, Optional<CasePosition> after, CommandContext context) {
        if (filter.statuses().isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        CaseSearchSql statement = CaseSearchSql.of(filter, limit + 1, after, context.businessTime());
        return tx.query(statement.text(), statement.arguments()).map(rows -> {
            List<CaseSummary> page = new ArrayList<>();
            rows.forEach(row -> page.add(CaseSummaryRows.summary(row)));
            return page;
        });
    }
}
