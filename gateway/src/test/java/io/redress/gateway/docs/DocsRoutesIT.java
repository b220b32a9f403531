package io.redress.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documents as a browser, a tool and a terminal get them. */
class DocsRoutesIT {

    private static final Vertx VERTX = Vertx.vertx();
    private static ApiClient client;

    @BeforeAll
    static void start() {
        Router router = Router.router(VERTX);
        DocsRoutes.fromClassPath().mount(router);
        int port = VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        client = ApiClient.of("http://127.0.0.1:" + port);
    }

    @AfterAll
    static void stop() {
        VERTX.close().await();
    }

    @Test
    void both_forms_of_the_api_document_say_the_same() {
        Answer yaml = client.get("/openapi.yaml");
        Answer json = client.get("/openapi.json");

        assertThat(yaml.header("Content-Type")).hasValue("application/yaml");
        assertThat(new JsonObject(ContractYaml.parse(yaml.text())).encode()).isEqualTo(json.text());
        assertThat(json.json().getJsonObject("paths").size()).isGreaterThan(20);
        assertThat(client.get("/asyncapi.yaml").text()).contains("\nasyncapi: 3");
    }

    @Test
    void the_page_loads_its_own_scripts_and_nothing_else() {
        Answer page = client.get("/docs");

        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
                .doesNotContain("http");
        assertThat(page.text()).contains("/docs/scalar.js").doesNotContain("http:", "https:");
        assertThat(client.get("/docs/start.js").text()).contains("url: '/openapi.json'");
        assertThat(client.get("/docs/scalar.js").bytes().length).isGreaterThan(1_000_000);
    }

    @Test
    void the_type_of_a_problem_leads_to_what_it_means_for_each_service() {
        JsonObject ownCause = client.with("Accept", "application/json")
                .get("/problems/own-cause")
                .json();
        Answer html = client.with("Accept", "text/html").get("/problems/validation-failed");
        Answer text = client.get("/problems/validation-failed");

        assertThat(ownCause.getJsonArray("meanings").stream()
                        .map(JsonObject.class::cast)
                        .map(meaning -> meaning.getString("from") + " " + meaning.getInteger("status")))
                .containsExactly("penalty-service 403", "case-service 403");
        assertThat(html.text()).contains("<h1>validation-failed</h1>", "<code>errors</code>");
        assertThat(html.header("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(text.text()).startsWith("# validation-failed\n\n## Every service: 400\n");
    }

    @Test
    void a_problem_that_nobody_has_is_not_found() {
        assertThat(client.get("/problems/no-such-code").status()).isEqualTo(404);
        assertThat(client.get("/problems/%3Cscript%3E").text()).doesNotContain("script");
    }
}
