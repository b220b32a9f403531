package io.redress.gateway.access;

import io.redress.gateway.access.api.AccessOperations;
import io.redress.gateway.access.app.KeySecrets;
import io.redress.gateway.access.app.ManageApiKeys;
import io.redress.gateway.access.app.ManageMandates;
import io.redress.gateway.access.store.AccessHistory;
import io.redress.gateway.access.store.PgApiKeys;
import io.redress.gateway.access.store.PgMandates;
import io.redress.kit.audit.Audit;
import io.redress.kit.boot.Runtime;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.http.HttpConfig;
import io.redress.kit.http.MountedApi;
import io.redress.kit.http.Operations;
import io.redress.kit.http.RoleTable;
import io.redress.kit.http.TokenConfig;
import io.redress.kit.http.TokenVerifier;
import io.redress.kit.http.TrustedIssuer;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.ops.Activity;
import io.redress.kit.ops.ManagementServer;
import io.redress.kit.ops.Retention;
import io.redress.kit.pg.Database;
import io.redress.kit.trace.TracePages;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who may come in, put together: keys, mandates and tokens, the operations on them, their database and its history. The
 * gateway publishes nothing and reads no topic, so it needs no broker. Without its database it still admits whoever has
 * an issuer's token.
 */
public final class Access {

    /** Schema of the database. */
    public static final String SCHEMA = "gateway";

    private static final String NAME = "gateway";

    private final Database database;
    private final Runtime runtime;
    private final Audit audit;
    private final Retention retention;
    private final TokenVerifier identities;
    private final Admission admission;
    private final MountedApi api;

    /**
     * @param crashPoints where the process may be made to end; empty but in tests of the whole
     * @param further binds what else is in the gateway's own contract
     */
    public Access(
            AccessConfig config,
            TokenConfig tokenConfig,
            HttpConfig http,
            Runtime runtime,
            WebClient client,
            Optional<CrashPoints> crashPoints,
            Consumer<Operations> further) {
        Vertx vertx = runtime.vertx();
        this.runtime = runtime;
        this.database = new Database(vertx, config.pg(), SCHEMA);
        this.retention = new Retention(vertx, database, Optional.empty());
        this.audit = new Audit(NAME, SCHEMA, vertx, database, runtime.machineClock(), config.checkpoints());
        audit.head("api_key", "a.key_id");
        audit.head("mandate", "a.mandate_id");

        EdgeKeys keys = EdgeKeys.of(config.key(), config.publicKeys());
        EdgeTokens tokens = new EdgeTokens(config.issuer(), tokenConfig.audience(), keys, runtime.machineClock());
        PgApiKeys apiKeys = new PgApiKeys();
        PgMandates mandates = new PgMandates();
        ApiKeyExchange keyExchange = new ApiKeyExchange(database, apiKeys, tokens, runtime.machineClock());
        MandateExchange mandateExchange = new MandateExchange(database, mandates, tokens, runtime.clock());

        TrustedIssuer people = TrustedIssuer.identity(
                vertx, client, tokenConfig.issuer(), tokenConfig.jwksUrl(), runtime.machineClock());
        TrustedIssuer self = TrustedIssuer.edge(vertx, config.issuer(), new JsonObject(keys.keySet()));
        // from outside nobody comes with a token of ours: they never leave the house
        this.identities = new TokenVerifier(List.of(people), tokenConfig.audience(), runtime.machineClock());
        TokenVerifier inside = new TokenVerifier(List.of(people, self), tokenConfig.audience(), runtime.machineClock());
        this.admission = new Admission(
                ScopeTable.fromClassPath(), RoleTable.fromClassPath(), identities, keyExchange, mandateExchange);

        AccessHistory history =
                new AccessHistory(new EventRecorder(NAME, SCHEMA, runtime.ids(), runtime.machineClock()));
        AccessOperations operations = new AccessOperations(
                new ManageApiKeys(apiKeys, history, new KeySecrets(), runtime.machineClock(), runtime.ids()),
                apiKeys,
                new ManageMandates(mandates, history, runtime.ids()),
                keys.keySet(),
                runtime.clock(),
                runtime.machineClock());
        this.api = new MountedApi(
                ScopeTable.OWN_CONTRACT,
                http.maxBodyBytes(),
                runtime,
                database,
                inside,
                () -> {
                    keyExchange.forget();
                    mandateExchange.forget();
                },
                crashPoints,
                binding -> {
                    operations.bind(binding);
                    further.accept(binding);
                });
    }

    public Admission admission() {
        return admission;
    }

    /** Adds the pages that tell what the database holds. */
    public void pages(ManagementServer management) {
        Activity activity = new Activity(database, runtime.clock(), () -> Future.succeededFuture(0L));
        management.page("/activity", activity::read);
        management.page("/audit", audit::page);
        TracePages trace = new TracePages(database, NAME, Set.of());
        management.question("/trace", trace::events);
        management.question("/trace/handling", trace::handling);
    }

    /** What answers the gateway's own operations; to be called once. */
    public Future<Handler<HttpServerRequest>> start() {
        return identities
                .warmUp()
                .compose(warm -> retention.start())
                .compose(started -> audit.start())
                .compose(started -> api.load());
    }

    public Future<Void> stop() {
        retention.stop();
        audit.stop();
        return database.close();
    }
}
