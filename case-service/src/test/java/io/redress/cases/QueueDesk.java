package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sample queues with more of them, and rules of a test's own. A test that puts rules puts the sample's back; the
 * further queues stay, since cases lie in them.
 */
final class QueueDesk {

    private static final CaseSuite SUITE = CaseSuite.get();
    static final ApiClient OPERATOR = SUITE.staff("ops-1", "operator");

    private static final Map<String, JsonObject> FURTHER = new TreeMap<>();

    private QueueDesk() {}

    /** Known from now on to the suite of all tests. */
    static synchronized void queue(String id, boolean restricted, String lease, JsonObject members) {
        FURTHER.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("name", new JsonObject().put("zh", "队列").put("en", "Queue"))
                        .put("restricted", restricted)
                        .put("members", members)
                        .put("lease", lease));
    }

    /** With a limit of its own. */
    static synchronized void queue(String id, boolean restricted, String lease, int leaseLimit, JsonObject members) {
        queue(id, restricted, lease, members);
        FURTHER.get(id).put("leaseLimit", leaseLimit);
    }

    static JsonObject employees(String... ids) {
        return new JsonObject().put("employees", new JsonArray(java.util.List.of((Object[]) ids)));
    }

    /** The sample's rules after these. */
    static synchronized JsonObject document(JsonObject... rules) {
        JsonObject document = SampleData.read("queues");
        FURTHER.values().forEach(document.getJsonArray("queues")::add);
        JsonArray all = new JsonArray();
        for (JsonObject rule : rules) {
            all.add(rule);
        }
        all.addAll(document.getJsonArray("rules"));
        return document.put("rules", all);
    }

    static int put(JsonObject... rules) {
        Answer answer = SUITE.contract().checked("putQueues", OPERATOR.put("/v1/queues", document(rules)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getInteger("version");
    }

    static JsonObject rule(String id, String when, String queue, String priority) {
        return new JsonObject()
                .put("id", id)
                .put("when", when)
                .put("queue", queue)
                .put("priority", priority);
    }

    /** What is kept of where a case lies: queue, phase, priority, rule, who has it; empty if it lies nowhere. */
    static String place(String caseId) {
        return one("""
                SELECT queue_id || ' ' || phase || ' ' || priority || ' ' || coalesce(rule_id, '-') || ' '
                       || coalesce(taken_by, '-')
                FROM cases.queue_item WHERE case_id = ?""", caseId);
    }

    /** A complaint that lies in this queue since it was opened. */
    static String lying(String queue, String priority) {
        Shop shop = SUITE.shop();
        put(rule("here", "shopId == '" + shop.id() + "'", queue, priority));
        return RequestSteps.opened(shop, shop.complaint()).json().getString("id");
    }

    /** An appeal with its brief that lies in this queue. */
    static Answer submittedIn(String queue) {
        Penalty penalty = SUITE.penalty();
        put(rule("here", "merchantId == '" + penalty.merchantId() + "'", queue, "NORMAL"));
        return CaseSteps.submitted(SUITE, penalty);
    }

    static Answer next(ApiClient caller, String queue) {
        Answer answer = SUITE.contract()
                .checked("takeNextCase", caller.post("/v1/queues/" + queue + "/next", CaseSuite.NOTHING));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    static String path(String caseId) {
        return "/v1/cases/" + caseId;
    }

    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    static String one(String sql, String... arguments) {
        var url = SUITE.infrastructure.postgres().superuserUrl().withDatabase("redress");
        try (Connection superuser = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
