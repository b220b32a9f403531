package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.TestIssuer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Those who have to do with the evidence of one case, at one server. */
final class EvidenceSuite {

    static final CaseSuite SUITE = CaseSuite.get();

    final Penalty penalty;
    final Answer opened;
    final String caseId;
    private final int port;

    private EvidenceSuite(int port) {
        this.port = port;
        this.penalty = SUITE.penalty();
        this.opened = CaseSteps.opened(SUITE, penalty);
        this.caseId = opened.json().getString("id");
    }

    /** A case on adv-1's own motion that is in advocacy. */
    static EvidenceSuite aCase() {
        return new EvidenceSuite(SUITE.port());
    }

    static EvidenceSuite aCaseAt(int port) {
        return new EvidenceSuite(port);
    }

    EvidenceClient merchant() {
        return as(issuer().merchant("user-of-" + penalty.merchantId(), penalty.merchantId(), "merchant"));
    }

    EvidenceClient otherMerchant() {
        return as(issuer().merchant("user-of-m-other", "m-other", "merchant"));
    }

    EvidenceClient advocate() {
        return staff("adv-1", "advocate");
    }

    EvidenceClient department() {
        return staff("enf-2", "enforcement");
    }

    EvidenceClient adjudicator() {
        return staff("adj-1", "adjudicator");
    }

    EvidenceClient integrity() {
        return staff("integrity-lead", "integrity");
    }

    EvidenceClient staff(String subject, String... roles) {
        return as(issuer().staff(subject, roles));
    }

    private EvidenceClient as(String token) {
        return new EvidenceClient(port, token);
    }

    private static TestIssuer issuer() {
        return SUITE.infrastructure.issuer();
    }

    /** The brief of the case, with these pieces of evidence for its violation. */
    Answer brief(JsonObject... evidence) {
        JsonObject brief = CaseSuite.brief(penalty, "NOT_ENUMERATED");
        brief.getJsonArray("violations").getJsonObject(0).put("evidence", new JsonArray(List.of((Object[]) evidence)));
        return SUITE.command(SUITE.staff("adv-1", "advocate"), opened, "briefs", brief);
    }

    static JsonObject cited(Answer added) {
        return new JsonObject()
                .put("kind", "receipt")
                .put("reference", added.json().getString("id"));
    }

    Answer withdrawn() {
        Answer answer = SUITE.command(SUITE.merchant(penalty.merchantId()), opened, "withdraw", CaseSuite.NOTHING);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    static List<String> ids(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    static String id(Answer added) {
        assertThat(added.status()).as(added.text()).isBetween(200, 201);
        return added.json().getString("id");
    }

    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    /** Names of the files in this part of the directory, however deep. */
    static List<String> files(String part) {
        Path directory = SUITE.evidence.resolve(part);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
