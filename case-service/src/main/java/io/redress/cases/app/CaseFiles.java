package io.redress.cases.app;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.KindPolicy.OnceKey;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The stored case files. */
public interface CaseFiles {

    /** Deadline by which an effect's owner answers; subject is the effect line. */
    String EFFECT_DUE = "effect-line-due";

    /** The case with everything said in it. */
    Future<Optional<Loaded<CaseFile>>> find(Tx tx, String caseId);

    /** The case whose ruling has this effect line. */
    Future<Optional<String>> caseOfEffect(Tx tx, String effectId);

    /** A part of the list, oldest first; one more than {@code limit} when there is more. */
    Future<List<CaseSummary>> list(Tx tx, CaseFilter filter, int limit, Optional<String> afterCaseId);

    /**
     * Guarded by the unique indexes of one appeal for each penalty, and of one case for each key.
     *
     * @param once what it is the one case of; empty for an appeal, and for what there may be many of
     */
    Write insert(CaseFile file, Optional<OnceKey> once, Recorded recorded);

    /** Writes what has changed, guarded by the version; keeps the effect lines' deadlines. */
    Write update(CaseFile before, CaseFile after, Revision guard, Recorded recorded);
}
