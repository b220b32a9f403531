package io.redress.e2e;

import static io.redress.e2e.Bilingual.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.quickstart.suite.ServiceName;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One service is down: every route of the others, as the suite's own document lists them, answers as ever; its own say
 * when to come back; the overview says what is missing. Then it is up again.
 */
class DegradationE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String MERCHANT = "m-degradation";
    private static final String SHOP = "s-degradation";
    private static final String OVERVIEW = "/v1/merchants/" + MERCHANT + "/overview";
    private static final Map<String, ApiClient> CALLERS = new HashMap<>();
    private static List<Route> routes;

    /** An operation of the suite's document, and who of its scope asks. */
    private record Route(String service, String method, String path, String role) {

        Answer call() {
            Optional<String> body = method.equals("GET") ? Optional.empty() : Optional.of("{}");
            return CALLERS.computeIfAbsent(role, DegradationE2E::caller)
                    .with("Idempotency-Key", "degradation-" + System.nanoTime())
                    .with("If-Match", "\"1\"")
                    .send(method, path.replaceAll("\\{[^}]*}", "x-0000"), body);
        }
    }

    @BeforeAll
    static void readTheDocument() {
        ApiClient marketplace = SUITE.gateway("marketplace", "machine");
        JsonObject merchant = new JsonObject().put("name", "Corner Shop").put("language", "en");
        JsonObject shop = new JsonObject().put("merchantId", MERCHANT).put("openedAt", "2015-03-01T00:00:00Z");
        assertThat(marketplace.put("/v1/merchants/" + MERCHANT, merchant).status())
                .isBetween(200, 201);
        assertThat(marketplace.put("/v1/shops/" + SHOP, shop).status()).isBetween(200, 201);
        routes = routes(SUITE.gateway().get("/openapi.json").json());
        assertThat(routes).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({
        "PENALTIES, penalties, standing",
        "CASES, cases, cases",
        "REFUNDS, refunds, money",
        "NOTIFICATIONS, notifications, notices"
    })
    void without_one_service_every_other_route_works(ServiceName down, String tag, String part) {
        List<Route> own = routes.stream().filter(route -> belongs(route, down)).toList();
        assertThat(own).as("routes of " + tag).isNotEmpty();
        SUITE.without(down, () -> {
            assertThat(connections(down)).as("connections left open").isEmpty();
            assertThat(own).allSatisfy(route -> assertDown(route.call(), down));
            assertThat(routes).filteredOn(route -> !belongs(route, down)).allSatisfy(route -> assertThat(route.call())
                    .matches(answer -> answer.status() < 500));
            Answer overview = SUITE.merchant(MERCHANT).get(OVERVIEW);
            assertThat(overview.status()).as(overview.toString()).isEqualTo(200);
            assertThat(overview.json().containsKey(part)).isFalse();
            assertThat(overview.json().getJsonArray("missing"))
                    .containsExactly(new JsonObject().put("part", part).put("reason", "UNAVAILABLE"));
        });
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(own.get(0).call().status()).isLessThan(500);
            assertThat(SUITE.merchant(MERCHANT).get(OVERVIEW).json().getJsonArray("missing"))
                    .isEmpty();
        });
        assertThat(own).allSatisfy(route -> assertThat(route.call()).matches(answer -> answer.status() < 500));
    }

    @Test
    void an_appeal_is_opened_while_penalty_service_is_down() {
        Answer proposed = SUITE.gateway("enf-1", "enforcement").post("/v1/penalties", proposal());
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        JsonObject opening = new JsonObject()
                .put("kind", "PENALTY_APPEAL")
                .put("penaltyId", proposed.json().getString("id"));
        ApiClient merchant = SUITE.merchant(MERCHANT);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> merchant.get("/v1/notices?unread=true").text().contains(opening.getString("penaltyId")));

        SUITE.without(ServiceName.PENALTIES, () -> Awaitility.await()
                .atMost(LIMIT)
                .until(() -> merchant.post("/v1/cases", opening).status() == 201));

        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> merchant.get("/v1/shops/" + SHOP + "/standing").status() == 200);
    }

    @Test
    void without_the_issuer_tokens_of_known_keys_go_on_working() {
        ApiClient merchant = SUITE.merchant(MERCHANT);

        SUITE.withoutIssuer(() -> {
            assertThat(merchant.get("/v1/merchants/" + MERCHANT + "/standing").status())
                    .isEqualTo(200);
            assertThat(merchant.get("/v1/cases").status()).isEqualTo(200);
            assertThat(merchant.get("/v1/notices").status()).isEqualTo(200);
            assertThat(merchant.get(OVERVIEW).json().getJsonArray("missing")).isEmpty();
            assertThat(SUITE.gateway().as("a.b.c").get("/v1/cases").status()).isEqualTo(401);
        });
    }

    private static List<String> connections(ServiceName service) {
        String ofService = "SELECT state || ': ' || query FROM pg_stat_activity WHERE application_name = 'redress-"
                + service.schema() + "'";
        try {
            return new SuiteDatabase(SUITE.address().superuser()).find(ofService);
        } catch (SQLException e) {
            throw new IllegalStateException("the suite's database cannot be read", e);
        }
    }

    private static void assertDown(Answer answer, ServiceName down) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("dependency-unavailable");
        assertThat(answer.text()).contains(down.service());
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isPositive();
    }

    private static boolean belongs(Route route, ServiceName service) {
        return route.service().equals(service.service()) || route.service().equals(service.schema());
    }

    private static ApiClient caller(String role) {
        return switch (role) {
            case "merchant" -> SUITE.merchant(MERCHANT);
            case "public" -> SUITE.gateway();
            default -> SUITE.gateway("degradation-" + role, role);
        };
    }

    /** All but streams, which do not end, and the overview, which needs everybody. */
    private static List<Route> routes(JsonObject document) {
        List<Route> routes = new ArrayList<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            item.fieldNames().stream().filter(METHODS::contains).forEach(method -> {
                JsonObject operation = item.getJsonObject(method);
                JsonArray scope = operation.getJsonArray("x-scope");
                boolean ends = !operation.getJsonObject("responses").encode().contains("text/event-stream");
                if (ends && !path.endsWith("/overview")) {
                    routes.add(new Route(
                            operation.getJsonArray("tags").getString(0),
                            method.toUpperCase(Locale.ROOT),
                            path,
                            scope.isEmpty() ? "integrity" : scope.getString(0)));
                }
            });
        }
        return routes;
    }

    private static JsonObject proposal() {
        JsonObject violation = new JsonObject()
                .put("clauseId", "G-01")
                .put("from", "2018-01-10T00:00:00Z")
                .put("to", "2018-01-10T01:00:00Z")
                .put(
                        "objects",
                        new JsonArray()
                                .add(new JsonObject().put("type", "LISTING").put("id", "l-degradation")))
                .put("facts", new JsonObject().put("description", text("订单延迟发货。", "Orders were dispatched late.")));
        return new JsonObject()
                .put("shopId", SHOP)
                .put("departmentId", "enforcement")
                .put("explanation", text("延迟发货。", "Late dispatch."))
                .put("automation", new JsonObject().put("detection", false).put("decision", false))
                .put("territory", "CN")
                .put("violations", new JsonArray().add(violation));
    }
}
