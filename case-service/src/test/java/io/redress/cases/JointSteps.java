package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cases that are heard together, brought there by the people whose step it is. */
final class JointSteps {

    static final JsonObject QUESTION =
            new JsonObject().put("zh", "叠加优惠券是否属于虚假交易？").put("en", "Is stacking coupons a sham sale?");
    static final JsonObject COMMON =
            new JsonObject().put("zh", "叠加优惠券不属于虚假交易。").put("en", "Stacking coupons is no sham sale.");

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final ApiClient ADJUDICATOR = SUITE.staff("adj-1", "adjudicator");

    private JointSteps() {}

    static String path(Answer seen) {
        return "/v1/cases/" + id(seen);
    }

    static String id(Answer seen) {
        return seen.json().getString("id");
    }

    /** Joins cases to the lead as it is now. */
    static Answer join(Answer lead, String... caseIds) {
        return join(ADJUDICATOR, lead, List.of(caseIds));
    }

    static Answer join(ApiClient caller, Answer lead, List<String> caseIds) {
        return command(caller.ifMatch(now(lead)), lead, "members", joining(caseIds));
    }

    static JsonObject joining(List<String> caseIds) {
        return new JsonObject().put("caseIds", new JsonArray(caseIds)).put("question", QUESTION);
    }

    static Answer command(ApiClient caller, Answer lead, String command, JsonObject body) {
        return SUITE.contract.checkedCommand(command, caller.post(path(lead) + "/" + command, body));
    }

    static Answer now(Answer seen) {
        return ADJUDICATOR.get(path(seen));
    }

    /** A part of a joint draft: 24 points are left, for a reason of its own. */
    static JsonObject drafted(Answer seen, Penalty penalty, String why) {
        return part(seen, penalty, "PARTIAL", why).put("outcome", "PARTIAL").put("points", 24);
    }

    static JsonObject part(Answer seen, Penalty penalty, String outcome, String why) {
        JsonObject violation = CaseSuite.violations(penalty)
                .getJsonObject(0)
                .put("outcome", outcome)
                .put("reasons", reasons(why));
        return new JsonObject()
                .put("caseId", id(seen))
                .put("version", now(seen).json().getLong("version"))
                .put("violations", new JsonArray().add(violation));
    }

    static JsonObject reasons(String why) {
        return new JsonObject().put("zh", "本案：" + why).put("en", "In this case: " + why);
    }

    static JsonObject together(List<JsonObject> members) {
        return new JsonObject().put("commonReasons", COMMON).put("members", new JsonArray(members));
    }

    /** By case what came of it: its status, or the code of the refusal. */
    static Map<String, String> results(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Map<String, String> results = new TreeMap<>();
        answer.json().getJsonArray("results").stream()
                .map(one -> (JsonObject) one)
                .forEach(one -> results.put(
                        one.getString("caseId"),
                        one.containsKey("refused")
                                ? one.getJsonObject("refused").getString("code")
                                : one.getString("status")));
        return results;
    }

    /** The cases joined to the lead, read page by page. */
    static List<JsonObject> members(Answer lead, int limit) {
        List<JsonObject> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String query = "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            Answer page = SUITE.contract.checked("listJoinedCases", ADJUDICATOR.get(path(lead) + "/members" + query));
            page.json().getJsonArray("items").forEach(one -> all.add((JsonObject) one));
            cursor = page.json().getString("next");
        }
        return all;
    }
}
