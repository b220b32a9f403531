package io.redress.cases;

import io.redress.cases.app.queue.QueuedCaseFiles;
import io.redress.cases.app.queue.RouteLate;
import io.redress.cases.app.queue.Router;
import io.redress.cases.domain.clock.CaseClocks;
import io.redress.cases.domain.clock.CaseHistory;
import io.redress.cases.domain.clock.KeptClock;
import io.redress.cases.rules.CelRules;
import io.redress.cases.store.PgCaseFiles;
import io.redress.cases.store.PgClockFiles;
import io.redress.cases.store.PgConfiguration;
import io.redress.cases.store.PgQueueDocuments;
import io.redress.cases.store.PgQueueItems;
import io.redress.cases.store.PgTransferBars;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Database;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;

/** What the service has kept of a case's clocks, read beside it. */
final class ClockDesk {

    private static final CaseSuite SUITE = CaseSuite.get();

    final Database database = new Database(
            SUITE.infrastructure.vertx(),
            ServiceConfig.from(new Env(SUITE.infrastructure.environment("case-service", "cases")), 8081)
                    .pg(),
            "cases");
    final PgClockFiles files = new PgClockFiles(new PgConfiguration(ZoneId.of("Asia/Shanghai")));

    private final Router router = new Router(
            new PgQueueDocuments(), new CelRules(SUITE.infrastructure.vertx()), new PgQueueItems(), (rule, why) -> {});
    final RouteLate routes = new RouteLate(
            new QueuedCaseFiles(new PgCaseFiles(new PgTransferBars()), router), new PgQueueItems(), router);

    List<KeptClock> kept(String caseId) {
        return database.read(tx -> files.kept(tx, caseId)).await().clocks();
    }

    /** From the history alone. */
    CaseClocks workedOut(String caseId, Instant asOf) {
        return database.read(tx -> files.history(tx, caseId).compose(found -> {
                    CaseHistory history = found.orElseThrow();
                    return files.rules(tx, history, asOf).map(rules -> CaseClocks.of(history, rules, asOf));
                }))
                .await();
    }

    /** Waits until the clocks of the case have been looked at, up to now. */
    void awaitLook(String caseId) {
        OffsetDateTime now = SUITE.clock.now().atOffset(ZoneOffset.UTC);
        Awaitility.await("look at the clocks of " + caseId)
                .atMost(CaseSuite.PATIENCE)
                .until(() -> database.read(tx -> tx.query(
                                        "SELECT 1 FROM deadline WHERE kind = 'case-clocks' AND subject = $1 AND state = 'PENDING' AND due_at <= $2",
                                        Tuple.of(caseId, now)))
                                .await()
                                .size()
                        == 0);
    }
}
