package io.redress.cases;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** Conditional drafts of the tests, and what penalty-service says of their milestones. */
final class Milestones {

    static final String PROGRAMME = "prg_course";
    static final String FULFIL_BY = "2018-06-01T00:00:00+08:00";

    private static final AtomicInteger REPORTS = new AtomicInteger();

    private Milestones() {}

    static JsonObject condition(String kind, String milestoneId) {
        return new JsonObject()
                .put("kind", kind)
                .put("text", new JsonObject().put("zh", "完成课程 " + milestoneId).put("en", "Pass " + milestoneId))
                .put("programmeId", PROGRAMME)
                .put("milestoneId", milestoneId)
                .put("fulfilBy", FULFIL_BY);
    }

    /** 24 points if fulfilled, the penalty as it is otherwise. */
    static JsonObject draft(Penalty penalty, JsonObject... conditions) {
        JsonArray all = new JsonArray();
        for (JsonObject condition : conditions) {
            all.add(condition);
        }
        return CaseSuite.draft(penalty)
                .put("outcome", "CONDITIONAL")
                .put(
                        "terms",
                        new JsonObject()
                                .put("ifFulfilled", "PARTIAL")
                                .put("otherwise", new JsonObject().put("outcome", "UPHOLD"))
                                .put("conditions", all));
    }

    /** MilestoneVerified, for the purpose of a condition or an undertaking. */
    static void verified(
            CaseSuite suite, Penalty penalty, String purpose, String matterId, String milestoneId, String achievedAt) {
        String verification = "ver_" + penalty.id().substring(4) + REPORTS.incrementAndGet();
        suite.penalties.publish(
                penalty.shopId(),
                "enr_" + verification.substring(4),
                "MilestoneVerified",
                suite.clock.now().toString(),
                new JsonObject()
                        .put("enrolmentId", "enr_" + penalty.id().substring(4))
                        .put("programmeId", PROGRAMME)
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("verificationId", verification)
                        .put("milestoneId", milestoneId)
                        .put("title", new JsonObject().put("zh", "课程").put("en", "Course"))
                        .put("purpose", purpose)
                        .put("verifierId", "academy")
                        .put("reference", verification)
                        .put("achievedAt", achievedAt)
                        .put("credited", 0)
                        .put("limitedBy", "NONE")
                        .put("matterId", matterId));
    }
}
