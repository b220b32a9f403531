package io.redress.penalties.app.seal;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.seal.SealedTerms;
import io.vertx.core.Future;

/** Where the sealed terms are kept. */
public interface TermsStore {

    /** The set in force; before the first one, an empty set at revision 0. */
    Future<Loaded<SealedTerms>> find(Tx tx);

    /** The version of the set in force, 0 before the first one. */
    Future<Long> version(Tx tx);

    Write save(SealedTerms terms, Recorded recorded);
}
