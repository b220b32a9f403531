package io.redress.cases.app.queue;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.KindPolicies;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.KindPolicy.OnceKey;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/** Case files whose every write puts the case into the queue where it belongs then. */
public final class QueuedCaseFiles implements CaseFiles {

    private final CaseFiles files;
    private final Router router;

    public QueuedCaseFiles(CaseFiles files, Router router) {
        this.files = files;
        this.router = router;
    }

    /** The policies, with the routing rules brought up to date beside them: both belong to every opening. */
    public static KindPolicies following(KindPolicies policies, Router router) {
        return tx -> {
            Future<Void> followed = router.follow(tx);
            Future<KindPolicies.Version> version = policies.inForce(tx); // one behind the other, unwaited for
            return followed.compose(done -> version);
        };
    }

    @Override
    public Future<Optional<Loaded<CaseFile>>> find(Tx tx, String caseId) {
        Future<Void> followed = router.follow(tx);
        Future<Optional<Loaded<CaseFile>>> found = files.find(tx, caseId); // one behind the other, unwaited for
        return followed.compose(done -> found);
    }

    @Override
    public Future<Optional<String>> caseOfSettledEffect(Tx tx, String effectId) {
        return files.caseOfSettledEffect(tx, effectId);
    }

    @Override
    public Future<Optional<String>> caseOfEffect(Tx tx, String effectId) {
        return files.caseOfEffect(tx, effectId);
    }

    @Override
    public Future<Matter> matter(Tx tx, String caseId) {
        return files.matter(tx, caseId);
    }

    @Override
    public Write insert(CaseFile file, Optional<OnceKey> once, Recorded recorded) {
        return router.opened(file, recorded, files.insert(file, once, recorded));
    }

    @Override
    public Write update(CaseFile before, CaseFile after, Revision guard, Recorded recorded) {
        return router.changed(before, after, recorded, files.update(before, after, guard, recorded));
    }
}
