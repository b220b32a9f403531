package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The sample organisation with more people in it, and the documents about advocates. A test that changes them puts the
 * sample back: every test finds adv-1 and adv-2 listed, nobody away, nothing declared and nothing automatic.
 */
final class Defence {

    private static final ApiClient OPERATOR = CaseSuite.get().staff("ops-1", "operator");

    private Defence() {}

    static void sample() {
        ok(OPERATOR.put("/v1/org", SampleData.read("org")));
        ok(OPERATOR.put("/v1/advocacy", SampleData.read("advocacy")));
    }

    /** The sample organisation and advocates of the test's own below adv-lead, who are listed and nobody else. */
    static void team(String... advocates) {
        JsonObject org = SampleData.read("org");
        JsonArray listed = new JsonArray();
        for (String advocate : advocates) {
            org.getJsonArray("employees").add(employee(advocate, "advocacy", "adv-lead"));
            listed.add(advocate(advocate, "zh"));
        }
        ok(OPERATOR.put("/v1/org", org));
        ok(OPERATOR.put("/v1/advocacy", new JsonObject().put("advocates", listed)));
    }

    static void advocates(JsonObject... advocates) {
        JsonArray listed = new JsonArray();
        for (JsonObject advocate : advocates) {
            listed.add(advocate);
        }
        ok(OPERATOR.put("/v1/advocacy", new JsonObject().put("advocates", listed)));
    }

    static JsonObject employee(String id, String department, String manager) {
        return new JsonObject()
                .put("id", id)
                .put("department", department)
                .put("manager", manager)
                .put("grade", 7);
    }

    static JsonObject advocate(String id, String... languages) {
        JsonArray spoken = new JsonArray();
        for (String language : languages) {
            spoken.add(language);
        }
        return new JsonObject().put("id", id).put("languages", spoken);
    }

    static void interest(String employee, String in, String id, String relation) {
        ok(OPERATOR.put(
                "/v1/interests/" + employee,
                new JsonObject()
                        .put(
                                "interests",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("in", in)
                                                .put("id", id)
                                                .put("relation", relation)))));
    }

    static JsonObject absence(String from, String until) {
        return new JsonObject().put("from", from).put("until", until);
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }
}
