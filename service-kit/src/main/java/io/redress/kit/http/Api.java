package io.redress.kit.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.boot.Runtime;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.pg.CrashingTransactions;
import io.redress.kit.pg.Database;
import io.redress.kit.trace.Tracing;
import io.vertx.core.Future;
import io.vertx.ext.web.client.WebClient;
import java.util.Optional;
import java.util.function.Consumer;

/** A service's API: contract, edge, command path and server, put together. */
public final class Api {

    private final HttpConfig http;
    private final TokenConfig tokenConfig;
    private final Runtime runtime;
    private final Database database;
    private final WebClient webClient;
    private final Tracing tracing;
    private final Runnable afterCommit;
    private final Optional<CrashPoints> crashPoints;
    private final EventStreams streams;
    private final ApiServer server;
    private final Operations operations = new Operations();
    private String contractResource;

    /**
     * @param afterCommit called when a command has committed: the outbox may have rows
     * @param crashPoints where the process may be made to end; empty but in tests of the whole
     */
    public Api(
            String serviceName,
            HttpConfig http,
            TokenConfig tokenConfig,
            Runtime runtime,
            Database database,
            WebClient webClient,
            MeterRegistry metrics,
            Tracing tracing,
            Runnable afterCommit,
            Optional<CrashPoints> crashPoints) {
        this.http = http;
        this.tokenConfig = tokenConfig;
        this.runtime = runtime;
        this.database = database;
        this.webClient = webClient;
        this.tracing = tracing;
        this.afterCommit = afterCommit;
        this.crashPoints = crashPoints;
        this.streams = new EventStreams(runtime.vertx(), database, runtime.machineClock(), metrics);
        this.server = new ApiServer(serviceName, runtime.vertx(), this.http, metrics, tracing, runtime.ids());
    }

    public void bind(String resource, Consumer<Operations> binding) {
        contractResource = resource;
        binding.accept(operations);
    }

    public Future<Void> start() {
        TokenVerifier tokens = TokenVerifier.of(runtime.vertx(), webClient, tokenConfig, runtime.machineClock());
        return tokens.warmUp()
                .compose(warm -> ContractFile.load(runtime.vertx(), contractResource))
                .compose(contract -> server.start(
                        contract,
                        operations,
                        new Edge(
                                runtime.clock(),
                                database,
                                tokens,
                                new CommandPath(
                                        database, CrashingTransactions.over(database, crashPoints), afterCommit),
                                new ContractValidation(runtime.vertx(), contract),
                                RoleTable.fromClassPath(),
                                tracing,
                                Optional.of(streams),
                                Replies.past(crashPoints))))
                .onSuccess(started -> streams.start());
    }

    /** Something was committed: streams may have more to show. */
    public void committed() {
        streams.wake();
    }

    /** Streams end first; they would never be answered in full. */
    public Future<Void> stop() {
        streams.stop();
        return server.stop();
    }

    public int port() {
        return server.port();
    }
}
