package io.redress.cases.app.message;

import io.redress.cases.domain.ConfidenceAct;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Which overseer has read what is between a merchant and the advocate; append-only. */
public interface ConfidenceLog {

    /** One reading. */
    record Entry(long sequence, ConfidenceAct act, String by, Instant at, String requestId) {}

    Write read(String caseId, ConfidenceAct act, CommandContext context);

    /** Oldest first; one more than {@code limit} when there is more. */
    Future<List<Entry>> list(Tx tx, String caseId, int limit, long afterSequence);
}
