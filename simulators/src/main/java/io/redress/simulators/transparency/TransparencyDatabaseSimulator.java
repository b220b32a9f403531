package io.redress.simulators.transparency;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The EU Transparency Database over HTTP: {@code POST /api/v1/statement}, {@code POST /api/v1/statements} (1 to 100, all
 * or nothing), {@code GET /api/v1/statement/{uuid}}, {@code GET /api/v1/statement/existing-puid/{puid}} (302 or 404).
 * What it has taken it keeps: there is no PUT, PATCH or DELETE. It can also be told to fail, to lose answers, to be slow
 * and to be busy.
 */
public final class TransparencyDatabaseSimulator {

    private static final int PER_SECOND = 200;
    private static final int PER_MINUTE = 12_000;

    private final Vertx vertx;
    private final String token;
    private final int port;
    private final int perSecond;
    private final int perMinute;
    private final FiledStatements statements = new FiledStatements();
    private final TransparencyFaults faults = new TransparencyFaults();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /**
     * With the limits of the real one: 200 requests a second, 12,000 a minute.
     *
     * @param token the platform's bearer token
     * @param port 0 for a free one
     */
    public TransparencyDatabaseSimulator(Vertx vertx, String token, int port) {
        this(vertx, token, port, PER_SECOND, PER_MINUTE);
    }

    public TransparencyDatabaseSimulator(Vertx vertx, String token, int port, int perSecond, int perMinute) {
        this.vertx = Objects.requireNonNull(vertx);
        this.token = Objects.requireNonNull(token);
        this.port = port;
        this.perSecond = perSecond;
        this.perMinute = perMinute;
    }

    public Future<Void> start() {
        RequestLimit limit = new RequestLimit(perSecond, perMinute, System::nanoTime);
        TransparencyRoutes routes =
                new TransparencyRoutes(vertx, token, FormatRules.read(), statements, faults, limit, requests::add);
        return vertx.createHttpServer()
                .requestHandler(routes.router())
                .listen(port, "127.0.0.1")
                .onSuccess(listening -> server = listening)
                .mapEmpty();
    }

    /** What it has taken is kept for the next start. */
    public Future<Void> stop() {
        return server.close();
    }

    /** Base of the API, after the start. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/api/v1";
    }

    /** Everything it has taken, in the order of taking, as stored. */
    public List<JsonObject> statements() {
        return statements.all();
    }

    /** Method and path of each request, in the order of arrival. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The next requests fail with 500, and nothing of them is taken. */
    public void failNext(int count) {
        faults.failNext(count);
    }

    /** The next statements are taken, but nobody is told: the request hangs. */
    public void loseNextAnswers(int count) {
        faults.loseNextAnswers(count);
    }

    /** The next requests are one too many: 429. */
    public void busyForNext(int count) {
        faults.busyForNext(count);
    }

    /** Refuses this statement whatever it says, for a reason of its own. */
    public void refuse(String puid, String field, String message) {
        faults.refuse(puid, field, message);
    }

    /** Whether what was taken is not found yet, as when the real one's search lags behind. */
    public void searchLags(boolean lags) {
        faults.searchLags(lags);
    }

    /** Answers this many milliseconds later from now on. */
    public void delay(long millis) {
        faults.delay(millis);
    }
}
