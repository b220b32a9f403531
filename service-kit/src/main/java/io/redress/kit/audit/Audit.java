package io.redress.kit.audit;

import io.redress.kit.audit.AuditVerifier.AuditedHead;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One schema's histories: signed from time to time, if there is a directory for it, and verified when somebody asks. */
public final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final String serviceName;
    private final Vertx vertx;
    private final Database database;
    private final Optional<Checkpoints> checkpoints;
    private final long periodMillis;
    private final List<AuditedHead> heads = new ArrayList<>();
    private volatile long timer = -1;

    public Audit(
            String serviceName,
            String schema,
            Vertx vertx,
            Database database,
            MachineClock clock,
            CheckpointConfig config) {
        this.serviceName = serviceName;
        this.vertx = vertx;
        this.database = database;
        this.checkpoints = config.directory().map(directory -> new Checkpoints(vertx, database, clock, config, schema));
        this.periodMillis = config.every().toMillis();
    }

    /** Compares this table's chain heads with the history too. */
    public void head(String table, String subjectExpression) {
        heads.add(new AuditedHead(table, subjectExpression));
    }

    /** Begins to sign. */
    public Future<Void> start() {
        checkpoints.ifPresent(signing -> timer = vertx.setPeriodic(periodMillis, ignored -> signing.write()
                .onFailure(failure -> LOG.atWarn().setCause(failure).log("could not sign the history"))));
        return Future.succeededFuture();
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    /** The page {@code /audit}: what was read, and every problem found. */
    public Future<JsonObject> page() {
        Future<List<String>> contradictions =
                checkpoints.map(Checkpoints::problems).orElse(Future.succeededFuture(List.of()));
        return new AuditVerifier(database, heads)
                .verify()
                .compose(report -> contradictions.map(signed -> {
                    JsonArray problems = new JsonArray();
                    report.problems().forEach(problems::add);
                    signed.forEach(problems::add);
                    return new JsonObject()
                            .put("service", serviceName)
                            .put("subjects", report.subjects())
                            .put("rows", report.rows())
                            .put("signed", checkpoints.isPresent())
                            .put("problems", problems);
                }));
    }
}
