package io.redress.kit.http;

import io.redress.kit.boot.Runtime;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.pg.CrashingTransactions;
import io.redress.kit.pg.Database;
import io.redress.kit.trace.TraceParent;
import io.redress.kit.trace.Tracing;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An API made from its contract, for a server that serves other things too. That server hands over whole requests whose
 * body nobody has read, with a well-formed {@code X-Request-Id}; everything behind that is as in a service.
 */
public final class MountedApi {

    private final String contractResource;
    private final int maxBodyBytes;
    private final Runtime runtime;
    private final Database database;
    private final TokenVerifier tokens;
    private final Runnable afterCommit;
    private final Optional<CrashPoints> crashPoints;
    private final SecureRandom random = new SecureRandom();
    private final Operations operations = new Operations();

    /**
     * @param tokens whom the operations believe
     * @param afterCommit called when a command has committed
     * @param crashPoints where the process may be made to end; empty but in tests of the whole
     */
    public MountedApi(
            String contractResource,
            int maxBodyBytes,
            Runtime runtime,
            Database database,
            TokenVerifier tokens,
            Runnable afterCommit,
            Optional<CrashPoints> crashPoints,
            Consumer<Operations> binding) {
        this.contractResource = contractResource;
        this.maxBodyBytes = maxBodyBytes;
        this.runtime = runtime;
        this.database = database;
        this.tokens = tokens;
        this.afterCommit = afterCommit;
        this.crashPoints = crashPoints;
        binding.accept(operations);
    }

    /** What to hand requests to; fails if contract and code differ. */
    public Future<Handler<HttpServerRequest>> load() {
        // the server that hands over has its own step for the request
        Tracing tracing = Tracing.off(random);
        return ContractFile.load(runtime.vertx(), contractResource).map(contract -> {
            Edge edge = new Edge(
                    runtime.clock(),
                    database,
                    tokens,
                    new CommandPath(database, CrashingTransactions.over(database, crashPoints), afterCommit),
                    new ContractValidation(runtime.vertx(), contract),
                    RoleTable.fromClassPath(),
                    tracing,
                    Optional.empty(),
                    Replies.past(crashPoints));
            Router router = ApiRouter.create(
                    runtime.vertx(), contract, operations, edge, maxBodyBytes, MountedApi::begin, this::trace);
            return router::handle;
        });
    }

    private void trace(RoutingContext routing, Operation operation) {
        routing.put(TraceParent.NAME, TraceParent.following(routing.request().getHeader(TraceParent.NAME), random));
    }

    private static void begin(RoutingContext routing) {
        routing.put(Failures.REQUEST_ID, routing.request().getHeader(Failures.REQUEST_ID));
        routing.response().putHeader("Cache-Control", "no-store");
        routing.next();
    }
}
