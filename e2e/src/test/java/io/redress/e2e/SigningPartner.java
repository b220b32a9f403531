package io.redress.e2e;

import static io.redress.e2e.Bilingual.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A partner with a key of its own, who verifies milestones that rulings depend on. */
final class SigningPartner {

    private final KeyPair keys;

    SigningPartner() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A programme with one milestone for rulings and one for undertakings; answers its id. */
    String offer(ApiClient ruleOwner, Instant now) {
        Answer created = ruleOwner.post(
                "/v1/programmes",
                new JsonObject()
                        .put("title", text("裁决条件", "Conditions of rulings"))
                        .put("about", text("裁决所附的课程。", "Courses that rulings ask for."))
                        .put("opensAt", now.minus(Duration.ofDays(1)).toString())
                        .put("closesAt", now.plus(Duration.ofDays(400)).toString())
                        .put("yearlyCap", 6)
                        .put("cleanDays", 90)
                        .put(
                                "verifiers",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", "partner")
                                                .put("publicKey", publicKey())))
                        .put(
                                "milestones",
                                new JsonArray()
                                        .add(milestone("ruling", "CONDITIONAL_RULING"))
                                        .add(milestone("promise", "UNDERTAKING"))));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().getString("id");
    }

    /** The signed words that this shop achieved it now. */
    JsonObject claim(String programme, String milestone, String shop, String matter, Instant at) {
        String reference = milestone + "-" + shop;
        String words = String.join("\n", programme, milestone, shop, matter, at.toString(), reference);
        return new JsonObject()
                .put("programmeId", programme)
                .put("milestoneId", milestone)
                .put("shopId", shop)
                .put("matterId", matter)
                .put("achievedAt", at.toString())
                .put("reference", reference)
                .put("signature", sign(words));
    }

    private static JsonObject milestone(String id, String purpose) {
        return new JsonObject()
                .put("id", id)
                .put("kind", "COURSE_PASSED")
                .put("title", text("鉴别课程", "Course on telling fakes"))
                .put("purpose", purpose)
                .put("verifierId", "partner")
                .put("once", true)
                .put("validDays", 30);
    }

    private String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
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
