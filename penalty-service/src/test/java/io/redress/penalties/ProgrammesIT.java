package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programmes over HTTP: enrolled, verified by signed call, credited, reported. */
class ProgrammesIT {

    private static final String LATER = "2018-04-21T10:00:00+08:00";
    private static final String LATER_UTC = "2018-04-21T02:00:00Z";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final KeyPair academy = keys();

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void a_verified_milestone_takes_points_off_once_and_signing_up_earns_nothing() {
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, ranged("G-04", "l-1", 5, "amount"))));
        String programme = programme();
        enrol(programme);
        assertThat(suite.points(shop, "GENERAL")).isEqualTo(5);
        suite.clock.set(LATER);

        Answer verified = report(programme, "course", LATER_UTC, "ref-1");
        Answer again = report(programme, "course", LATER_UTC, "ref-1");

        assertThat(verified.status()).as(verified.text()).isEqualTo(201);
        assertThat(verified.json().getInteger("credited")).isEqualTo(2);
        assertThat(again.json().getString("id")).isEqualTo(verified.json().getString("id"));
        assertThat(suite.points(shop, "GENERAL")).isEqualTo(3);
        assertThat(code(report(programme, "course", LATER_UTC, "ref-2"))).isEqualTo("409 milestone-verified-already");
        assertThat(code(report(programme, "orders", LATER_UTC, "ref-1"))).isEqualTo("409 duplicate");
        JsonObject credited = suite.awaited("s-" + shop + ":GENERAL", "PointsCredited");
        assertThat(credited.getInteger("points")).isEqualTo(2);
        assertThat(credited.getInteger("tally")).isEqualTo(3);
        JsonObject report = suite.staff("rules-1", "rule-owner")
                .get("/v1/programmes/" + programme + "/report")
                .json();
        assertThat(report.getInteger("enrolled")).isEqualTo(1);
        assertThat(report.getInteger("verified")).isEqualTo(1);
        assertThat(report.getInteger("watched")).isEqualTo(1);
        assertThat(report.getInteger("credited")).isEqualTo(2);
    }

    @Test
    void what_nobody_signed_or_came_too_early_or_too_late_is_refused_with_its_own_code() {
        String programme = programme();
        assertThat(code(report(programme, "course", LATER_UTC, "r-1"))).isEqualTo("422 not-enrolled");
        enrol(programme);
        suite.clock.set(LATER);

        assertThat(code(report(programme, "none", LATER_UTC, "r-2"))).isEqualTo("422 milestone-unknown");
        assertThat(code(report(programme, "course", "2018-04-21T02:00:01Z", "r-3")))
                .isEqualTo("422 achieved-in-future");
        assertThat(code(report(programme, "course", "2018-04-20T01:59:59Z", "r-4")))
                .isEqualTo("422 achieved-before-enrolment");
        assertThat(code(send(claim(programme, "course", LATER_UTC, "r-5").put("signature", "c2lnbmVk"))))
                .isEqualTo("422 signature-invalid");
        suite.clock.set("2018-05-21T10:00:01+08:00");
        assertThat(code(report(programme, "course", LATER_UTC, "r-6"))).isEqualTo("422 milestone-expired");
    }

    @Test
    void a_merchant_enrols_its_own_shop_once_and_a_programme_that_contradicts_itself_is_refused_with_pointers() {
        String programme = programme();
        enrol(programme);
        JsonObject own = new JsonObject().put("shopId", "s-" + shop);
        String path = "/v1/programmes/" + programme + "/enrolments";

        assertThat(code(suite.merchant("m-" + shop).post(path, own))).isEqualTo("409 duplicate");
        assertThat(suite.merchant("m-" + suite.newShop()).post(path, own).status())
                .isEqualTo(404);
        JsonObject wrong = offered(academy);
        wrong.getJsonArray("verifiers").getJsonObject(0).put("publicKey", "bm9uZQ==");
        wrong.getJsonArray("milestones").getJsonObject(1).remove("credit");
        Answer refused = suite.staff("rules-1", "rule-owner").post("/v1/programmes", wrong);
        assertThat(code(refused)).isEqualTo("422 programme-invalid");
        assertThat(refused.json().getJsonArray("errors").stream()
                        .map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactly("/verifiers/0/publicKey", "/milestones/1/credit");
    }

    private String programme() {
        Answer created = suite.staff("rules-1", "rule-owner").post("/v1/programmes", offered(academy));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().getString("id");
    }

    private void enrol(String programme) {
        Answer enrolled = suite.merchant("m-" + shop)
                .post("/v1/programmes/" + programme + "/enrolments", new JsonObject().put("shopId", "s-" + shop));
        assertThat(enrolled.status()).as(enrolled.text()).isEqualTo(201);
    }

    static JsonObject offered(KeyPair academy) {
        String key = Base64.getEncoder().encodeToString(academy.getPublic().getEncoded());
        return new JsonObject()
                .put("title", text())
                .put("about", text())
                .put("opensAt", "2018-01-01T00:00:00+08:00")
                .put("closesAt", "2019-01-01T00:00:00+08:00")
                .put("yearlyCap", 6)
                .put("cleanDays", 90)
                .put(
                        "verifiers",
                        new JsonArray()
                                .add(new JsonObject().put("id", "academy").put("publicKey", key)))
                .put("milestones", new JsonArray().add(milestone("course", 2)).add(milestone("orders", 1)));
    }

    private static JsonObject milestone(String id, int credit) {
        return new JsonObject()
                .put("id", id)
                .put("kind", "COURSE_PASSED")
                .put("title", text())
                .put("purpose", "EARN_BACK")
                .put("credit", credit)
                .put("verifierId", "academy")
                .put("once", true)
                .put("validDays", 30);
    }

    private static JsonObject text() {
        return new JsonObject().put("zh", "发货课程").put("en", "Dispatch course");
    }

    private Answer report(String programme, String milestone, String achievedAt, String reference) {
        return send(claim(programme, milestone, achievedAt, reference));
    }

    private Answer send(JsonObject claim) {
        return suite.staff("academy-system", "machine").post("/v1/milestone-verifications", claim);
    }

    private JsonObject claim(String programme, String milestone, String achievedAt, String reference) {
        String words = String.join("\n", programme, milestone, "s-" + shop, "", achievedAt, reference);
        return new JsonObject()
                .put("programmeId", programme)
                .put("milestoneId", milestone)
                .put("shopId", "s-" + shop)
                .put("achievedAt", achievedAt)
                .put("reference", reference)
                .put("signature", sign(words));
    }

    private String sign(String words) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(academy.getPrivate());
            signature.update(words.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(Answer answer) {
        return answer.status() + " " + answer.json().getString("code");
    }
}
