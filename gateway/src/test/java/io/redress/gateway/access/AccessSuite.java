package io.redress.gateway.access;

import io.redress.gateway.Gateway;
import io.redress.gateway.GatewayConfig;
import io.redress.gateway.Upstream;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.PgConfig;
import io.redress.testkit.ApiClient;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.redress.testkit.TestIssuer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A gateway with its database, in front of one server that plays all services and remembers what it was asked. */
final class AccessSuite {

    private static final AccessSuite INSTANCE = new AccessSuite();

    final TestInfrastructure infrastructure = TestInfrastructure.get();
    final TestIssuer issuer = infrastructure.issuer();
    /** Mandates live in business time. */
    final TestClock clock = new TestClock("2018-04-20T10:00:00+08:00");

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<MultiMap> seen = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, String> environment;
    private final Gateway gateway;

    private AccessSuite() {
        HttpServer services = infrastructure
                .vertx()
                .createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .await();
        environment = infrastructure.environment("gateway", "gateway");
        for (Upstream upstream : Upstream.values()) {
            environment.put(upstream.urlVariable(), "http://127.0.0.1:" + services.actualPort());
        }
        environment.put("REDRESS_GATEWAY_UNKNOWN_RATE_PER_MINUTE", "60000");
        environment.put("REDRESS_GATEWAY_UNKNOWN_RATE_BURST", "6000");
        environment.put("REDRESS_GATEWAY_RATE_PER_MINUTE", "60000");
        environment.put("REDRESS_GATEWAY_RATE_BURST", "6000");
        Migrations.run(PgConfig.from(new Env(environment)), Access.SCHEMA);
        gateway = gateway(environment);
    }

    static AccessSuite get() {
        return INSTANCE;
    }

    /** Another gateway over the same database. */
    Gateway gateway(Map<String, String> settings) {
        MachineClock machine = () -> MachineClock.system().now().plus(ahead.get());
        Gateway another = Gateway.create(
                GatewayConfig.from(new Env(settings)),
                new Runtime(infrastructure.vertx(), clock, machine, Ids.uuidV7()));
        another.start().await();
        return another;
    }

    Map<String, String> environment() {
        return environment;
    }

    private void answer(HttpServerRequest request) {
        seen.set(request.headers());
        asked.incrementAndGet();
        request.response().putHeader("Content-Type", "application/json").end("{\"items\":[]}");
    }

    ApiClient anybody() {
        return ApiClient.of("http://127.0.0.1:" + gateway.httpPort());
    }

    ApiClient staff(String subject, String... roles) {
        return anybody().as(issuer.staff(subject, roles));
    }

    ApiClient merchant(String merchantId) {
        return anybody().as(issuer.merchant("user-of-" + merchantId, merchantId, "merchant"));
    }

    /** As the issuer knows it: nobody's. */
    ApiClient agency(String subject) {
        return staff(subject, "agency");
    }

    JsonObject management(String page) {
        return ApiClient.of("http://127.0.0.1:" + gateway.managementPort())
                .get(page)
                .json();
    }

    String metrics() {
        return ApiClient.of("http://127.0.0.1:" + gateway.managementPort())
                .get("/metrics")
                .text();
    }

    void forget() {
        seen.set(null);
        asked.set(0);
    }

    int asked() {
        return asked.get();
    }

    /** The headers of the last request that reached a service. */
    MultiMap seen() {
        return seen.get();
    }

    /** The claims of the token that a service was given last. */
    JsonObject claims() {
        String token = seen().get("Authorization").substring("Bearer ".length());
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new JsonObject(new String(payload, StandardCharsets.UTF_8));
    }

    Instant machineTime() {
        return MachineClock.system().now().plus(ahead.get());
    }

    /** Moves machine time; back to the machine's own with zero. */
    void machineAhead(Duration duration) {
        ahead.set(duration);
    }

    /** Every row of every table that the gateway has, as text. */
    String database() {
        String url = "jdbc:" + environment.get("REDRESS_PG_URL") + "?currentSchema=gateway,ext";
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                url, environment.get("REDRESS_PG_USER"), environment.get("REDRESS_PG_PASSWORD"))) {
            for (String table : List.of("api_key", "api_key_use", "mandate", "history", "outbox")) {
                collect(connection, "SELECT t::text FROM " + table + " t", rows);
            }
            collect(connection, "SELECT headers || convert_from(body, 'UTF8') FROM idempotency", rows);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the database", e);
        }
        return String.join("\n", rows);
    }

    private static void collect(Connection connection, String sql, List<String> rows) throws SQLException {
        try (ResultSet found = connection.createStatement().executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
    }
}
