package io.redress.cases.app;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.KindPolicy.OnceKey;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/** The stored case files. */
public interface CaseFiles {

    /** Deadline by which an effect's owner answers; subject is the effect line. */
    String EFFECT_DUE = "effect-line-due";

    /** Deadline by which adjudicators answer a request to reopen a case; subject is the case. */
    String REOPENING_REQUEST_DUE = "reopening-request-due";

    /** The case with everything said in it. */
    Future<Optional<Loaded<CaseFile>>> find(Tx tx, String caseId);

    /** The case with this effect line, when it is settled; of whichever ruling it is. */
    Future<Optional<String>> caseOfSettledEffect(Tx tx, String effectId);

    /** The case whose ruling has this effect line. */
    Future<Optional<String>> caseOfEffect(Tx tx, String effectId);

    /**
     * What a case is about, apart from the case.
     *
     * @param stands false once the penalty was refused or reversed
     * @param appealed whether another case about it excludes this one
     */
    record Matter(boolean stands, boolean appealed) {}

    /** Stands for nothing when there is no such case. */
    Future<Matter> matter(Tx tx, String caseId);

    /**
     * Guarded by the unique indexes of one appeal for each penalty, and of one case for each key.
     *
     * @param once what it is the one case of; empty for an appeal, and for what there may be many of
     */
    Write insert(CaseFile file, Optional<OnceKey> once, Recorded recorded);

    /** Writes what has changed, guarded by the version; keeps the effect lines' deadlines. */
    Write update(CaseFile before, CaseFile after, Revision guard, Recorded recorded);
}
