package io.redress.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.Gateway;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys through HTTP: made, shown once, used, rotated, revoked, refused. */
class ApiKeysIT {

    private static final AccessSuite SUITE = AccessSuite.get();
    private static final JsonObject NEW =
            new JsonObject().put("machineId", "erp-1").put("description", "Order system");

    private final ApiClient operator = SUITE.staff("op-1", "operator");

    @BeforeEach
    void forget() {
        SUITE.forget();
    }

    @AfterEach
    void backToTheMachinesTime() {
        SUITE.machineAhead(Duration.ZERO);
    }

    @Test
    void a_key_is_shown_once_and_nowhere_kept() {
        ApiClient keyed = operator.with("Idempotency-Key", "key-shown-once");
        Answer created = keyed.post("/v1/api-keys", NEW);
        Answer replayed = keyed.post("/v1/api-keys", NEW);

        assertThat(created.status()).isEqualTo(201);
        String secret = created.json().getString("secret");
        assertThat(secret).matches("rdk_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");
        assertThat(created.header("Location"))
                .hasValue("/v1/api-keys/" + created.json().getString("id"));
        assertThat(created.json().getString("status")).isEqualTo("ACTIVE");
        assertThat(created.json().getString("createdBy")).isEqualTo("op-1");
        assertThat(replayed.status()).isEqualTo(201);
        assertThat(replayed.json().getString("id")).isEqualTo(created.json().getString("id"));
        assertThat(replayed.json().containsKey("secret")).isFalse();
        assertThat(operator.get("/v1/api-keys?limit=200").text())
                .contains(created.json().getString("id"))
                .doesNotContain("rdk_");
        assertThat(SUITE.database())
                .contains("ApiKeyCreated")
                .doesNotContain("rdk_")
                .doesNotContain(secret.substring(secret.length() - 43));
    }

    @Test
    void a_call_with_a_key_reaches_the_service_as_its_machine_and_nothing_else() {
        String secret = created().getString("secret");

        Answer answer = with(secret)
                .with("Redress-Subject", "ceo")
                .with("X-Roles", "operator")
                .get("/v1/penalties");

        assertThat(answer.status()).isEqualTo(200);
        JsonObject claims = SUITE.claims();
        assertThat(claims.getString("sub")).isEqualTo("erp-1");
        assertThat(claims.getJsonArray("roles")).isEqualTo(new JsonArray().add("machine"));
        assertThat(claims.getString("iss")).isEqualTo(SUITE.issuer.edgeIssuer());
        assertThat(claims.getString("aud")).isEqualTo("redress");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(60);
        assertThat(claims.containsKey("merchant_id")).isFalse();
        assertThat(SUITE.seen().entries().toString()).doesNotContain("rdk_").doesNotContain("ceo");
    }

    @Test
    void the_key_set_that_services_verify_it_with_is_published() {
        JsonObject keys =
                SUITE.anybody().get("/.well-known/redress-edge/jwks.json").json();

        assertThat(keys.getJsonArray("keys")).hasSize(1);
        JsonObject key = keys.getJsonArray("keys").getJsonObject(0);
        assertThat(key.getString("kid")).isEqualTo(SUITE.issuer.edgeKey().getKeyID());
        assertThat(key.getString("x")).isEqualTo(SUITE.issuer.edgeKey().getX().toString());
        assertThat(key.getString("y")).isEqualTo(SUITE.issuer.edgeKey().getY().toString());
        assertThat(key.containsKey("d")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rdk_0123456789abcdef0123456789abcdef_0123456789012345678901234567890123456789012",
                "rdk_",
                "rdk_x_y",
                "' OR 1=1 --"
            })
    void what_is_no_key_is_a_401_that_does_not_say_why(String key) {
        assertUnauthenticated(with(key).get("/v1/penalties"));
    }

    @Test
    void a_wrong_secret_a_huge_one_and_two_headers_are_401() {
        String secret = created().getString("secret");
        char last = secret.charAt(secret.length() - 1);

        assertUnauthenticated(with(secret.substring(0, secret.length() - 1) + (last == 'A' ? 'B' : 'A'))
                .get("/v1/penalties"));
        assertUnauthenticated(with(secret + "x".repeat(4_000)).get("/v1/penalties"));
    }

    @Test
    void a_rotated_key_works_with_both_secrets_until_the_overlap_ends() {
        JsonObject key = created();
        String old = key.getString("secret");
        Answer rotated = rotate(key, "PT10M");
        String fresh = rotated.json().getString("secret");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(fresh).isNotEqualTo(old).startsWith("rdk_");
        assertThat(with(old).get("/v1/penalties").status()).isEqualTo(200);
        assertThat(with(fresh).get("/v1/penalties").status()).isEqualTo(200);

        SUITE.machineAhead(Duration.ofMinutes(10));
        SUITE.forget();
        assertUnauthenticated(with(old).get("/v1/penalties"));
        assertThat(with(fresh).get("/v1/penalties").status()).isEqualTo(200);
    }

    @Test
    void without_an_overlap_the_old_secret_ends_at_once() {
        JsonObject key = created();
        assertThat(with(key.getString("secret")).get("/v1/penalties").status()).isEqualTo(200);
        rotate(key, "PT0S");
        SUITE.forget();

        assertUnauthenticated(with(key.getString("secret")).get("/v1/penalties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P7DT1S", "-PT1S", "P1Y", "soon", "P8D"})
    void an_overlap_that_is_none_is_refused(String overlap) {
        Answer refused = rotate(created(), overlap);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("overlap-invalid");
    }

    @Test
    void a_revoked_key_is_refused_at_once_here_and_within_seconds_at_another_instance() {
        JsonObject key = created();
        Gateway other = SUITE.gateway(SUITE.environment());
        ApiClient elsewhere = ApiClient.of("http://127.0.0.1:" + other.httpPort())
                .with("Authorization", "ApiKey " + key.getString("secret"));
        assertThat(elsewhere.get("/v1/penalties").status()).isEqualTo(200);
        assertThat(with(key.getString("secret")).get("/v1/penalties").status()).isEqualTo(200);

        Answer revoked =
                operator.send("POST", "/v1/api-keys/" + key.getString("id") + "/revocations", Optional.empty());
        assertThat(revoked.code()).isEqualTo("idempotency-key-missing");
        revoked = revoke(key);

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.json().getString("status")).isEqualTo("REVOKED");
        SUITE.forget();
        assertUnauthenticated(with(key.getString("secret")).get("/v1/penalties"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> elsewhere.get("/v1/penalties").status() == 401);
        other.stop().await();
        assertIllegal(revoke(key), "REVOKED");
        assertIllegal(rotate(key, "PT0S"), "REVOKED");
    }

    @Test
    void an_expired_key_is_refused_and_one_that_would_begin_expired_is_not_made() {
        String inHalfAnHour = SUITE.machineTime().plus(Duration.ofMinutes(30)).toString();
        JsonObject key = operator.post("/v1/api-keys", NEW.copy().put("expiresAt", inHalfAnHour))
                .json();
        assertThat(with(key.getString("secret")).get("/v1/penalties").status()).isEqualTo(200);

        Answer late = operator.post(
                "/v1/api-keys",
                NEW.copy().put("expiresAt", SUITE.machineTime().minusSeconds(1).toString()));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.code()).isEqualTo("key-expiry-invalid");

        SUITE.machineAhead(Duration.ofMinutes(31));
        SUITE.forget();
        assertUnauthenticated(with(key.getString("secret")).get("/v1/penalties"));
        assertIllegal(rotate(key, "PT0S"), "EXPIRED");
    }

    @Test
    void the_day_of_the_last_use_is_shown() {
        JsonObject key = created();
        assertThat(listed(key).containsKey("lastUsed")).isFalse();
        with(key.getString("secret")).get("/v1/penalties");
        String today = LocalDate.ofInstant(SUITE.machineTime(), ZoneOffset.UTC).toString();

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        listed(key).getString("lastUsed"))
                .isEqualTo(today));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/cases",
        "POST, /v1/api-keys",
        "GET, /v1/api-keys",
        "POST, /v1/mandates",
        "PUT, /v1/org",
        "GET, /v1/ledger/accounts"
    })
    void a_key_opens_no_door_of_staff_or_merchants(String method, String path) {
        Optional<String> body = method.equals("GET") ? Optional.empty() : Optional.of("{}");
        String secret = created().getString("secret");
        SUITE.forget();

        Answer answer = with(secret).send(method, path, body);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(SUITE.asked()).isZero();
    }

    @Test
    void only_operators_make_and_end_keys() {
        JsonObject key = created();
        String path = "/v1/api-keys/" + key.getString("id");
        for (ApiClient caller :
                List.of(SUITE.merchant("m-1"), SUITE.staff("int-1", "integrity"), SUITE.agency("a-1"))) {
            assertThat(caller.post("/v1/api-keys", NEW).status()).isEqualTo(403);
            assertThat(caller.post(path + "/rotations", new JsonObject().put("overlap", "PT0S"))
                            .status())
                    .isEqualTo(403);
            assertThat(caller.post(path + "/revocations", new JsonObject()).status())
                    .isEqualTo(403);
        }
        assertThat(SUITE.anybody().post("/v1/api-keys", NEW).status()).isEqualTo(401);
        assertThat(SUITE.merchant("m-1").get("/v1/api-keys").status()).isEqualTo(403);
        assertThat(with(key.getString("secret")).get("/v1/penalties").status()).isEqualTo(200);
    }

    @Test
    void what_is_not_a_key_of_ours_is_not_found_and_a_body_beside_the_contract_is_refused() {
        String unknown = "/v1/api-keys/key_0123456789abcdef0123456789abcdef";
        assertThat(operator.post(unknown + "/rotations", new JsonObject().put("overlap", "PT0S"))
                        .code())
                .isEqualTo("not-found");
        assertThat(operator.post("/v1/api-keys", NEW.copy().put("roles", new JsonArray().add("operator")))
                        .code())
                .isEqualTo("validation-failed");
        assertThat(operator.post("/v1/api-keys", NEW.copy().put("machineId", "erp 1"))
                        .code())
                .isEqualTo("validation-failed");
    }

    @Test
    void the_history_of_keys_is_chained_and_verified() {
        revoke(created());

        JsonObject audit = SUITE.management("/audit");

        assertThat(audit.getString("service")).isEqualTo("gateway");
        assertThat(audit.getLong("rows")).isGreaterThanOrEqualTo(2);
        assertThat(audit.getJsonArray("problems")).isEmpty();
        assertThat(SUITE.management("/activity").getLong("outboxRows")).isZero();
        assertThat(SUITE.metrics()).contains("route=\"/v1/api-keys\"");
    }

    private JsonObject created() {
        return operator.post("/v1/api-keys", NEW).json();
    }

    private Answer rotate(JsonObject key, String overlap) {
        return operator.post(
                "/v1/api-keys/" + key.getString("id") + "/rotations", new JsonObject().put("overlap", overlap));
    }

    private Answer revoke(JsonObject key) {
        return operator.with("Idempotency-Key", "revoke-" + key.getString("id") + "-" + System.nanoTime())
                .send("POST", "/v1/api-keys/" + key.getString("id") + "/revocations", Optional.empty());
    }

    private JsonObject listed(JsonObject key) {
        JsonArray items = operator.get("/v1/api-keys?limit=200").json().getJsonArray("items");
        return items.stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("id").equals(key.getString("id")))
                .findFirst()
                .orElseThrow();
    }

    private static ApiClient with(String key) {
        return SUITE.anybody().with("Authorization", "ApiKey " + key);
    }

    private static void assertIllegal(Answer answer, String status) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("illegal-transition");
        assertThat(answer.json().getString("currentStatus")).isEqualTo(status);
    }

    private static void assertUnauthenticated(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.json().getString("detail")).isEqualTo("the API key is missing or not valid");
        assertThat(SUITE.asked()).isZero();
    }
}
