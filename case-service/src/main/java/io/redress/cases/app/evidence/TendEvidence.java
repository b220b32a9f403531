package io.redress.cases.app.evidence;

import io.redress.cases.domain.ScanVerdict;
import io.redress.kit.boot.BusinessClock;
import io.redress.kit.boot.Companion;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on bytes that no transaction should wait for, in rounds: it scans again what is due, removes bytes that nothing
 * refers to any more, and clears up what a crash has left. Several instances may do it at once; bytes that are being
 * removed are locked, and what fails is done in a later round.
 */
public final class TendEvidence implements Companion {

    private static final Logger LOG = LoggerFactory.getLogger(TendEvidence.class);
    private static final long PAUSE_MILLIS = 2_000;
    private static final long SWEEP_EVERY_ROUNDS = 1_800;
    private static final int BATCH = 64;

    private final Vertx vertx;
    private final Database database;
    private final BusinessClock clock;
    private final Ids ids;
    private final String serviceName;
    private final EvidenceFiles files;
    private final EvidenceBytes known;
    private final EvidenceStore store;
    private final EvidenceIntake intake;
    private final VirusScanner scanner;
    private final ExpireEvidence expire;
    private long rounds;
    private long timer = -1;
    private boolean running;
    private Future<Void> round = Future.succeededFuture();

    public TendEvidence(
            Vertx vertx,
            Database database,
            BusinessClock clock,
            Ids ids,
            String serviceName,
            EvidenceFiles files,
            EvidenceBytes known,
            EvidenceStore store,
            EvidenceIntake intake,
            VirusScanner scanner,
            ExpireEvidence expire) {
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.serviceName = serviceName;
        this.files = files;
        this.known = known;
        this.store = store;
        this.intake = intake;
        this.scanner = scanner;
        this.expire = expire;
    }

    @Override
    public Future<Void> start() {
        running = true;
        next(1);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stop() {
        running = false;
        vertx.cancelTimer(timer);
        return round.otherwiseEmpty();
    }

    private void next(long millis) {
        if (running) {
            timer = vertx.setTimer(millis, due -> {
                Promise<Void> done = Promise.promise();
                round = done.future();
                tend().onComplete(result -> {
                    if (result.failed()) {
                        LOG.atWarn().setCause(result.cause()).log("evidence could not be tended and will be again");
                    }
                    done.complete();
                    next(PAUSE_MILLIS);
                });
            });
        }
    }

    private Future<Void> tend() {
        boolean sweep = rounds++ % SWEEP_EVERY_ROUNDS == 0;
        return (sweep ? intake.sweep() : Future.<Void>succeededFuture())
                .compose(swept -> database.<Void>inTransaction(known::endOldPins))
                .compose(ended -> rescan())
                .compose(scanned -> database.<Integer>inTransaction(tx -> known.condemn(tx, BATCH)))
                .compose(looked -> removeAll(BATCH));
    }

    /** Each in a transaction that locks it, and its name is free again only when its bytes are gone. */
    private Future<Void> removeAll(int most) {
        if (most == 0 || !running) {
            return Future.succeededFuture();
        }
        return database.<Boolean>inTransaction(tx -> known.nextCondemned(tx).compose(found -> {
                    if (found.isEmpty()) {
                        return Future.succeededFuture(false);
                    }
                    String sha256 = found.get(0);
                    return store.remove(sha256)
                            .compose(gone -> known.removed(tx, sha256))
                            .map(done -> true);
                }))
                .compose(more -> more ? removeAll(most - 1) : Future.succeededFuture());
    }

    /** Without a scanner nothing becomes clean: it is left to an instance that has one. */
    private Future<Void> rescan() {
        if (scanner.equals(VirusScanner.NONE)) {
            return Future.succeededFuture();
        }
        return database.read(tx -> known.toScan(tx, BATCH)).compose(due -> {
            Future<Void> all = Future.succeededFuture();
            for (String evidenceId : due) {
                all = all.compose(done -> running ? rescan(evidenceId) : Future.succeededFuture());
            }
            return all;
        });
    }

    private Future<Void> rescan(String evidenceId) {
        return database.read(tx -> files.find(tx, evidenceId))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(ScanVerdict.UNKNOWN)
                        : scan(found.get().file().sha256()))
                .compose(verdict -> database.inTransaction(tx -> expire.scanned(evidenceId, verdict, context(), tx)));
    }

    /** Bytes that cannot be had are unknown: they are not in the way of others, and are looked for later. */
    private Future<ScanVerdict> scan(String sha256) {
        return store.open(sha256)
                .compose(found -> {
                    if (found.isEmpty()) {
                        return Future.succeededFuture(ScanVerdict.UNKNOWN);
                    }
                    EvidenceStore.Readable content = found.get();
                    return scanner.scan(content.path())
                            .eventually(() -> content.temporary()
                                    ? intake.discard(content.path())
                                    : Future.<Void>succeededFuture());
                })
                .recover(failure -> {
                    LOG.atWarn().setCause(failure).log("a file in quarantine could not be read");
                    return Future.succeededFuture(ScanVerdict.UNKNOWN);
                });
    }

    private CommandContext context() {
        String id = ids.next("req");
        return new CommandContext(
                Caller.service(serviceName), id, id, Optional.empty(), clock.now(), OptionalLong.empty());
    }
}
