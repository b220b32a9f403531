package io.redress.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.HostileTokens;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in at the gateway: scopes, hostile tokens, claimed identities. No refused request reaches a service. */
class AdmissionIT {

    private static final AccessSuite SUITE = AccessSuite.get();

    @BeforeEach
    void forget() {
        SUITE.forget();
    }

    @Test
    void every_hostile_token_is_answered_with_the_same_401_and_reaches_nobody() {
        AtomicInteger askedOfTheAttacker = new AtomicInteger();
        HttpServer attacker = SUITE.infrastructure
                .vertx()
                .createHttpServer()
                .requestHandler(request -> {
                    askedOfTheAttacker.incrementAndGet();
                    request.response().end("{\"keys\":[]}");
                })
                .listen(0, "127.0.0.1")
                .await();
        Map<String, String> tokens =
                HostileTokens.of(SUITE.issuer.tokens(), "http://127.0.0.1:" + attacker.actualPort());
        Map<String, String> taken = new TreeMap<>();
        tokens.forEach((what, token) -> {
            Answer answer = SUITE.anybody().as(token).get("/v1/penalties");
            if (!unauthenticated(answer)) {
                taken.put(what, answer.toString());
            }
        });
        attacker.close().await();

        assertThat(taken).isEmpty();
        assertThat(SUITE.asked()).isZero();
        assertThat(askedOfTheAttacker).hasValue(0);
    }

    @Test
    void a_token_of_the_gateways_own_is_not_taken_from_outside() {
        String caught = SUITE.issuer.agency("agency-1", "m-1", "man_1");

        assertThat(unauthenticated(SUITE.anybody().as(caught).get("/v1/cases"))).isTrue();
        assertThat(unauthenticated(SUITE.anybody().as(caught).get("/v1/mandates")))
                .isTrue();
        assertThat(SUITE.asked()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "merchant, POST, /v1/penalties",
        "enforcement, POST, /v1/penalties/import",
        "enforcement, POST, /v1/api-keys",
        "advocate, POST, /v1/penalties/pen_1/approve",
        "crisis-team, GET, /v1/cases",
        "finance, POST, /v1/cases",
        "operator, POST, /v1/mandates",
        "machine, POST, /v1/cases/cas_1/rulings"
    })
    void a_scope_that_is_missing_is_a_403_without_a_hint_before_the_body_is_read(
            String role, String method, String path) {
        ApiClient caller = role.equals("merchant") ? SUITE.merchant("m-1") : SUITE.staff("somebody", role);
        Optional<String> body = method.equals("GET") ? Optional.empty() : Optional.of("this is not even JSON");

        Answer answer = caller.send(method, path, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
        assertThat(answer.json().getString("detail")).isEqualTo("this caller may not do this");
        assertThat(SUITE.asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"emperor", "OPERATOR", "public", ""})
    void a_role_that_does_not_exist_opens_nothing_not_even_what_everybody_may(String role) {
        assertThat(SUITE.staff("somebody", role).get("/v1/penalties").status()).isEqualTo(403);
        assertThat(SUITE.staff("somebody", role).get("/v1/rulebooks").status()).isEqualTo(403);
        assertThat(SUITE.asked()).isZero();
    }

    @Test
    void a_merchant_whose_token_names_no_merchant_finds_nothing() {
        assertThat(SUITE.staff("user-9", "merchant").get("/v1/penalties").status())
                .isEqualTo(404);
        assertThat(SUITE.staff("user-9", "delegate").get("/v1/notices").status())
                .isEqualTo(404);
        assertThat(SUITE.asked()).isZero();
    }

    @Test
    void whom_a_caller_claims_to_be_never_reaches_a_service() {
        String token = SUITE.issuer.staff("enf-1", "enforcement");
        ApiClient caller = SUITE.anybody().as(token);
        List<String> claims = List.of(
                "X-User",
                "X-Roles",
                "X-Merchant-Id",
                "X-Forwarded-User",
                "X-Forwarded-Access-Token",
                "X-Remote-User",
                "Remote-User",
                "X-Client-Cert",
                "Redress-Subject",
                "Redress-Roles",
                "Redress-Mandate",
                "Redress-Actor");
        for (String claim : claims) {
            caller = caller.with(claim, "root");
        }

        assertThat(caller.get("/v1/penalties").status()).isEqualTo(200);

        assertThat(SUITE.seen().names()).noneMatch(name -> claims.stream().anyMatch(name::equalsIgnoreCase));
        assertThat(SUITE.seen().names())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("redress"));
        assertThat(SUITE.seen().entries().toString()).doesNotContain("root");
        assertThat(SUITE.seen().getAll("Authorization")).containsExactly("Bearer " + token);
    }

    @Test
    void no_token_is_a_401_with_the_way_in_and_no_more() {
        for (ApiClient nobody : List.of(
                SUITE.anybody(),
                SUITE.anybody().with("Authorization", "Basic b3A6b3A="),
                SUITE.anybody().with("Authorization", "Bearer"),
                SUITE.anybody().with("Authorization", "Bearer "))) {
            assertThat(unauthenticated(nobody.get("/v1/penalties"))).isTrue();
            assertThat(unauthenticated(nobody.get("/v1/api-keys"))).isTrue();
            assertThat(unauthenticated(nobody.send("POST", "/v1/mandates", Optional.of("{}"))))
                    .isTrue();
        }
        assertThat(SUITE.asked()).isZero();
    }

    private static boolean unauthenticated(Answer answer) {
        JsonObject problem = answer.json();
        return answer.status() == 401
                && answer.code().equals("unauthenticated")
                && answer.header("WWW-Authenticate").equals(Optional.of("Bearer"))
                && problem.getString("detail").equals("the bearer token is missing or not valid");
    }
}
