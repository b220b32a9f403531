package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A programme's verifier with a key of its own, and what it says of shops. */
final class Academy {

    private final PenaltySuite suite;
    private final KeyPair keys;

    Academy(PenaltySuite suite) {
        this.suite = suite;
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A programme of 2018, six points a year, ninety days to stay clean. */
    JsonObject programme(JsonObject... milestones) {
        return new JsonObject()
                .put("title", new JsonObject().put("zh", "发货计划").put("en", "Dispatch programme"))
                .put("about", new JsonObject().put("zh", "学习按时发货。").put("en", "Learn to dispatch in time."))
                .put("opensAt", "2018-01-01T00:00:00+08:00")
                .put("closesAt", "2019-01-01T00:00:00+08:00")
                .put("yearlyCap", 6)
                .put("cleanDays", 90)
                .put(
                        "verifiers",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "academy")
                                        .put(
                                                "publicKey",
                                                Base64.getEncoder()
                                                        .encodeToString(
                                                                keys.getPublic().getEncoded()))))
                .put("milestones", new JsonArray(List.of((Object[]) milestones)));
    }

    static JsonObject earning(String id, int credit) {
        return milestone(id, "EARN_BACK").put("credit", credit);
    }

    static JsonObject milestone(String id, String purpose) {
        return new JsonObject()
                .put("id", id)
                .put("kind", "COURSE_PASSED")
                .put("title", new JsonObject().put("zh", "课程 " + id).put("en", "Course " + id))
                .put("purpose", purpose)
                .put("verifierId", "academy")
                .put("once", true)
                .put("validDays", 30);
    }

    /** Answers its id. */
    String offer(JsonObject programme) {
        Answer created = suite.staff("rules-1", "rule-owner").post("/v1/programmes", programme);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().getString("id");
    }

    void enrol(String programme, String shop) {
        Answer enrolled = tryEnrol(programme, shop);
        assertThat(enrolled.status()).as(enrolled.text()).isEqualTo(201);
    }

    Answer tryEnrol(String programme, String shop) {
        return suite.merchant("m-" + shop)
                .post("/v1/programmes/" + programme + "/enrolments", new JsonObject().put("shopId", "s-" + shop));
    }

    /** What the verifier signs: achieved at an instant in UTC. */
    JsonObject claim(
            String programme,
            String milestone,
            String shop,
            Optional<String> matter,
            String achievedAt,
            String reference) {
        String words = String.join("\n", programme, milestone, "s-" + shop, matter.orElse(""), achievedAt, reference);
        JsonObject claim = new JsonObject()
                .put("programmeId", programme)
                .put("milestoneId", milestone)
                .put("shopId", "s-" + shop)
                .put("achievedAt", achievedAt)
                .put("reference", reference)
                .put("signature", sign(words));
        matter.ifPresent(id -> claim.put("matterId", id));
        return claim;
    }

    Answer send(JsonObject claim) {
        return suite.staff("academy-system", "machine").post("/v1/milestone-verifications", claim);
    }

    /** Reports what was achieved at this instant of the suite, about nothing; it must be verified. */
    JsonObject verify(String programme, String milestone, String shop) {
        Answer verified = send(claim(
                programme, milestone, shop, Optional.empty(), suite.clock.now().toString(), milestone + "-" + shop));
        assertThat(verified.status()).as(verified.text()).isEqualTo(201);
        return verified.json();
    }

    private String sign(String words) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(words.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
