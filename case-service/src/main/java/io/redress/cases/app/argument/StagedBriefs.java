package io.redress.cases.app.argument;

import io.redress.cases.domain.StagedBrief;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;

/** Briefs that are being written. */
public interface StagedBriefs {

    /** {@link StagedBrief#none} where there was never one. */
    Future<StagedBrief> find(Tx tx, String caseId);

    /**
     * Guarded by the versions of the case and of what was staged before.
     *
     * @param caseVersion that the writer was admitted by
     */
    Write put(StagedBrief after, long caseVersion);

    /** Guarded by its version: what goes is what was read. */
    Write remove(StagedBrief before);
}
