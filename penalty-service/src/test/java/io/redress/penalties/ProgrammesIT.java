package io.redress.penalties;

import static io.redress.penalties.Academy.earning;
import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programmes over HTTP: enrolled, verified by signed call, credited, reported. */
class ProgrammesIT {

    private static final String LATER = "2018-04-21T10:00:00+08:00";
    private static final String LATER_UTC = "2018-04-21T02:00:00Z";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final Academy academy = new Academy(suite);

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void a_verified_milestone_takes_points_off_once_and_signing_up_earns_nothing() {
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, ranged("G-04", "l-1", 5, "amount"))));
        String programme = academy.offer(offered());
        academy.enrol(programme, shop);
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
        String programme = academy.offer(offered());
        assertThat(code(report(programme, "course", LATER_UTC, "r-1"))).isEqualTo("422 not-enrolled");
        academy.enrol(programme, shop);
        suite.clock.set(LATER);

        assertThat(code(report(programme, "none", LATER_UTC, "r-2"))).isEqualTo("422 milestone-unknown");
        assertThat(code(report(programme, "course", "2018-04-21T02:00:01Z", "r-3")))
                .isEqualTo("422 achieved-in-future");
        assertThat(code(report(programme, "course", "2018-04-20T01:59:59Z", "r-4")))
                .isEqualTo("422 achieved-before-enrolment");
        assertThat(code(academy.send(
                        claim(programme, "course", LATER_UTC, "r-5").put("signature", "c2lnbmVk"))))
                .isEqualTo("422 signature-invalid");
        suite.clock.set("2018-05-21T10:00:01+08:00");
        assertThat(code(report(programme, "course", LATER_UTC, "r-6"))).isEqualTo("422 milestone-expired");
    }

    @Test
    void a_merchant_enrols_its_own_shop_once_and_a_programme_that_contradicts_itself_is_refused_with_pointers() {
        String programme = academy.offer(offered());
        academy.enrol(programme, shop);
        JsonObject own = new JsonObject().put("shopId", "s-" + shop);
        String path = "/v1/programmes/" + programme + "/enrolments";

        assertThat(code(academy.tryEnrol(programme, shop))).isEqualTo("409 duplicate");
        assertThat(suite.merchant("m-" + suite.newShop()).post(path, own).status())
                .isEqualTo(404);
        JsonObject wrong = offered();
        wrong.getJsonArray("verifiers").getJsonObject(0).put("publicKey", "bm9uZQ==");
        wrong.getJsonArray("milestones").getJsonObject(1).remove("credit");
        Answer refused = suite.staff("rules-1", "rule-owner").post("/v1/programmes", wrong);
        assertThat(code(refused)).isEqualTo("422 programme-invalid");
        assertThat(refused.json().getJsonArray("errors").stream()
                        .map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactly("/verifiers/0/publicKey", "/milestones/1/credit");
    }

    @Test
    void a_programme_takes_shops_from_its_opening_until_it_closes() {
        String programme = academy.offer(
                offered().put("opensAt", "2018-05-01T00:00:00+08:00").put("closesAt", "2018-06-01T00:00:00+08:00"));

        suite.clock.set("2018-04-30T23:59:59+08:00");
        assertThat(code(academy.tryEnrol(programme, shop))).isEqualTo("422 programme-closed");
        suite.clock.set("2018-06-01T00:00:00+08:00");
        assertThat(code(academy.tryEnrol(programme, shop))).isEqualTo("422 programme-closed");
        suite.clock.set("2018-05-31T23:59:59+08:00");
        academy.enrol(programme, shop);

        suite.clock.set("2018-06-02T00:00:00+08:00");
        assertThat(code(report(programme, "course", "2018-05-31T16:00:00Z", "at-the-close")))
                .isEqualTo("422 milestone-expired");
        assertThat(report(programme, "course", "2018-05-31T15:59:59Z", "before-the-close")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_report_that_is_repeated_is_answered_as_it_was_however_fine_its_instants_are() {
        String programme = academy.offer(offered());
        academy.enrol(programme, shop);
        suite.clock.set("2018-04-21T10:00:00.123456999+08:00");

        Answer first = report(programme, "course", "2018-04-21T02:00:00.123456789Z", "fine");
        Answer again = report(programme, "course", "2018-04-21T02:00:00.123456789Z", "fine");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.json().getString("verifiedAt")).isEqualTo("2018-04-21T02:00:00.123456Z");
        assertThat(code(report(programme, "course", "2018-04-21T02:00:00.123455Z", "fine")))
                .isEqualTo("409 duplicate");
    }

    @Test
    void one_reference_reported_by_many_at_once_is_verified_and_credited_once() {
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, ranged("G-04", "l-1", 6, "amount"))));
        JsonObject offered = offered();
        offered.getJsonArray("milestones").getJsonObject(0).put("once", false);
        String programme = academy.offer(offered);
        academy.enrol(programme, shop);
        suite.clock.set(LATER);

        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> report(programme, "course", LATER_UTC, "together")));
        }
        List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.json().getString("id"))
                .containsOnly(answers.get(0).json().getString("id"));
        assertThat(suite.points(shop, "GENERAL")).isEqualTo(4);
    }

    @Test
    void the_report_tells_who_came_back_clean_who_relapsed_and_who_is_still_watched() {
        String programme = academy.offer(offered());
        String clean = suite.newShop();
        String relapsed = suite.newShop();
        String acquitted = suite.newShop();
        String lateOffender = suite.newShop();
        List.of(shop, clean, relapsed, acquitted, lateOffender).forEach(name -> academy.enrol(programme, name));
        punish(clean, "before the first milestone");
        suite.clock.set(LATER);
        List.of(clean, relapsed, acquitted, lateOffender).forEach(name -> academy.verify(programme, "course", name));
        assertThat(figures(programme))
                .as("nobody's days are over")
                .isEqualTo("5 enrolled, 4 verified: 0 0 4, 2 points");

        suite.clock.set("2018-05-10T10:00:00+08:00");
        punish(relapsed, "in the days");
        JsonObject wrong = punish(acquitted, "in the days, wrongly");
        assertThat(figures(programme)).isEqualTo("5 enrolled, 4 verified: 0 2 2, 2 points");
        FiledPenalties.rule(acquitted, wrong, "OVERTURN", null);
        suite.awaitStatus(wrong.getString("id"), "REVERSED");
        suite.clock.set("2018-07-20T09:59:59+08:00");
        assertThat(figures(programme)).isEqualTo("5 enrolled, 4 verified: 0 1 3, 2 points");

        suite.clock.set("2018-07-20T10:00:00+08:00");
        punish(lateOffender, "when the ninety days are over");

        assertThat(figures(programme)).isEqualTo("5 enrolled, 4 verified: 3 1 0, 2 points");
    }

    private JsonObject punish(String name, String listing) {
        return suite.inForce(suite.enforcement()
                .post("/v1/penalties", proposal(name, ranged("G-04", listing.replaceAll("[ ,]", "-"), 5, "amount"))));
    }

    /** Clean, relapsed and watched behind the colon. */
    private String figures(String programme) {
        JsonObject report = suite.staff("rules-1", "rule-owner")
                .get("/v1/programmes/" + programme + "/report")
                .json();
        return report.getInteger("enrolled") + " enrolled, " + report.getInteger("verified") + " verified: "
                + report.getInteger("clean") + " " + report.getInteger("relapsed") + " "
                + report.getInteger("watched") + ", " + report.getInteger("credited") + " points";
    }

    private JsonObject offered() {
        return academy.programme(earning("course", 2), earning("orders", 1));
    }

    private Answer report(String programme, String milestone, String achievedAt, String reference) {
        return academy.send(claim(programme, milestone, achievedAt, reference));
    }

    private JsonObject claim(String programme, String milestone, String achievedAt, String reference) {
        return academy.claim(programme, milestone, shop, Optional.empty(), achievedAt, reference);
    }

    static String code(Answer answer) {
        return answer.status() + " " + answer.json().getString("code");
    }
}
