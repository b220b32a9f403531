package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules come in as YAML with the same checks as JSON, and go out so that they can come in again. */
class RulebookImportIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final ApiClient OWNER = SUITE.staff("gov-vp", "rule-owner").with("Content-Type", "application/yaml");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void
            the_sample_as_it_is_shipped_with_its_comments_is_a_draft_and_is_exported_as_the_version_is_but_for_its_dates() {
        Answer opened = post(sample());
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);

        String draft =
                OWNER.get(opened.header("location").orElseThrow() + "/yaml").text();

        assertThat(draft.lines())
                .containsExactlyElementsOf(OWNER.get("/v1/rulebooks/12/yaml")
                        .text()
                        .lines()
                        .filter(line -> !line.startsWith("publishedAt: ") && !line.startsWith("effectiveFrom: "))
                        .toList());
    }

    @Test
    void what_a_version_is_exported_as_registers_it_again_and_changes_a_draft() {
        String exported = OWNER.get("/v1/rulebooks/12/yaml").text();

        Answer again = OWNER.send("PUT", "/v1/rulebooks/12", Optional.of(exported));
        Answer draft = post(exported.replace("version: 12\n", "version: 970\n"));
        Answer changed = OWNER.ifMatch(draft)
                .send(
                        "PUT",
                        draft.header("location").orElseThrow(),
                        Optional.of(exported.replace("version: 12\n", "version: 971\n")));

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().getJsonObject("document").getInteger("version"))
                .isEqualTo(971);
        assertThat(OWNER.send(
                                "PUT",
                                "/v1/rulebooks/12",
                                Optional.of(exported.replace("noticeDays: 15", "noticeDays: 14")))
                        .code())
                .isEqualTo("duplicate");
    }

    @Test
    void what_is_wrong_is_pointed_at_as_in_json() {
        Answer wrong = post(
                sample().replace("fixed: 3", "fixed: three").replace("noticeDays: 15", "noticeDays: 15\nmood: bad"));

        assertThat(wrong.code()).isEqualTo("validation-failed");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().getJsonArray("errors").encode())
                .contains("/clauses/0/tariff/fixed")
                .contains("mood");
    }

    @Test
    void what_is_no_yaml_or_would_grow_is_refused_with_its_line() {
        Answer broken = post("version: 12\nclauses: [\n");
        Answer bomb = post("version: 12\nzone: &a [x, x]\nreset: [*a, *a]\n");

        assertThat(detail(broken)).startsWith("line 3, column 1: no well-formed YAML: ");
        assertThat(detail(bomb)).isEqualTo("line 2, column 7: an anchor");
        assertThat(post("a: " + "x".repeat(300_000)).code()).isEqualTo("payload-too-large");
    }

    @Test
    void a_key_has_one_answer_however_the_same_yaml_is_written() {
        ApiClient keyed = OWNER.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = keyed.send("POST", "/v1/rulebook-drafts", Optional.of(sample()));

        Answer replayed = keyed.send("POST", "/v1/rulebook-drafts", Optional.of("# again\n" + sample()));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(replayed.bytes()).isEqualTo(first.bytes());
    }

    @Test
    void yaml_is_taken_where_rules_are_and_nowhere_else() {
        Answer elsewhere =
                SUITE.enforcement().with("Content-Type", "application/yaml").post("/v1/penalties", new JsonObject());

        assertThat(elsewhere.status()).isEqualTo(415);
        assertThat(OWNER.with("Content-Type", "text/yaml")
                        .post("/v1/rulebook-drafts", new JsonObject())
                        .status())
                .isEqualTo(415);
    }

    private static Answer post(String yaml) {
        return OWNER.with("Idempotency-Key", UUID.randomUUID().toString())
                .send("POST", "/v1/rulebook-drafts", Optional.of(yaml));
    }

    private static String detail(Answer answer) {
        assertThat(answer.code()).as(answer.text()).isEqualTo("validation-failed");
        return answer.json().getJsonArray("errors").getJsonObject(0).getString("detail");
    }

    private static String sample() {
        try (InputStream yaml = RulebookImportIT.class.getResourceAsStream("/sample/rulebook-12.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
