package io.redress.cases.app.search;

import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Finds cases in the order of the filter, a part at a time. A part costs the same however deep in the list it is. */
public interface CaseSearch {

    /** One more than {@code limit} when there is more. */
    Future<List<CaseSummary>> find(
            Tx tx, CaseFilter filter, int limit, Optional<CasePosition> after, CommandContext context);
}
