package io.redress.cases.messaging;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.KindPolicy.OnceKey;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/** A registry without a single case. */
final class NoCaseFiles implements CaseFiles {

    @Override
    public Future<Optional<Loaded<CaseFile>>> find(Tx tx, String caseId) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<String>> caseOfEffect(Tx tx, String effectId) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<String>> caseOfSettledEffect(Tx tx, String effectId) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Matter> matter(Tx tx, String caseId) {
        return Future.succeededFuture(new Matter(false, false));
    }

    @Override
    public Write insert(CaseFile file, Optional<OnceKey> once, Recorded recorded) {
        return Write.none();
    }

    @Override
    public Write update(CaseFile before, CaseFile after, Revision guard, Recorded recorded) {
        return Write.none();
    }
}
