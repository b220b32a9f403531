package io.redress.cases.app.note;

import io.redress.cases.domain.CaseTag;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** The stored tags of cases, and who put them there. */
public interface CaseTags {

    /** A tag that a case has. */
    record Tag(String tag, String by, Instant at) {}

    /** What was done. */
    enum Act {
        ADDED,
        REMOVED
    }

    /** One line of the log. */
    record Entry(long sequence, String tag, Act act, String by, Instant at) {}

    /** In the order of the tags. */
    Future<List<Tag>> of(Tx tx, String caseId);

    Write add(String caseId, CaseTag tag, CommandContext context);

    Write remove(String caseId, CaseTag tag, CommandContext context);

    /** Oldest first; one more than {@code limit} when there is more. */
    Future<List<Entry>> log(Tx tx, String caseId, int limit, long afterSequence);
}
