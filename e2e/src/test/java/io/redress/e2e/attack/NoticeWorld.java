package io.redress.e2e.attack;

import io.redress.testkit.ApiClient;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A notice, the words of notices, and one that could not be sent. */
final class NoticeWorld extends WorldMaking {

    private final CaseWorld cases;

    NoticeWorld(CaseWorld cases) {
        super(cases.gateway, cases.tokens, cases.routes, cases.world);
        this.cases = cases;
    }

    void notice() {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> World.items(merchant().get("/v1/notices").json()), list -> !list.isEmpty())
                .forEach(notice -> world.own("noticeId", notice.getString("id")));
        // what a mail provider reports about: the mail of that notice
        world.own("messageId", "<" + world.id("noticeId").orElseThrow() + "@redress.example>");
    }

    /** Written by somebody who holds no role in the attack, so that everybody may approve it. */
    void template() {
        world.thing("templateId", drafted(example("draftTemplate")));
    }

    private String drafted(JsonObject words) {
        String author = tokens.good("template-author", "rule-owner", Optional.empty());
        return good(ApiClient.of(gateway).as(author).post("/v1/templates", words))
                .json()
                .getString("id");
    }

    /** A withdrawal that nobody is told of: the words in force name a shop, which a withdrawal does not carry. */
    void refusedNotice() {
        String type = "CaseWithdrawn";
        JsonObject inForce = World.items(as("operator")
                        .get("/v1/templates?type=" + type + "&status=APPROVED")
                        .json())
                .get(0);
        JsonObject gap = new JsonObject().put("title", "{caseId}").put("body", "{caseId}: {shopId}");
        approved(type, gap, gap);
        String penaltyId = propose("s-attacked", "l-attacked-3", SECRET_A);
        world.markA(penaltyId);
        String caseId = cases.opened(penaltyId);
        world.markA(caseId);
        good(merchant()
                .ifMatch(merchant().get("/v1/cases/" + caseId))
                .post("/v1/cases/" + caseId + "/withdraw", new JsonObject()));
        JsonObject refused = Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> World.items(
                                as("operator").get("/v1/refused-notices").json()),
                        all -> all.stream().anyMatch(one -> isAbout(one, caseId)))
                .stream()
                .filter(one -> isAbout(one, caseId))
                .findFirst()
                .orElseThrow();
        world.thing("refusedNoticeId", refused.getString("id"));
        approved(type, inForce.getJsonObject("zh"), inForce.getJsonObject("en"));
    }

    private static boolean isAbout(JsonObject refused, String caseId) {
        return caseId.equals(refused.getJsonObject("about").getString("caseId"));
    }

    private void approved(String type, JsonObject zh, JsonObject en) {
        JsonObject words = new JsonObject()
                .put("type", type)
                .put("addressee", "MERCHANT")
                .put("zh", zh)
                .put("en", en);
        good(as("operator").post("/v1/templates/" + drafted(words) + "/approvals", new JsonObject()));
    }
}
