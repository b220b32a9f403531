package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What one person does with the messages and the staged brief of one case. */
record MessageClient(ApiClient api, String caseId) {

    private static final OwnContract CONTRACT = CaseSuite.get().contract();

    Answer send(String text) {
        return send(new JsonObject().put("text", text));
    }

    Answer ask(String text) {
        return send(new JsonObject().put("text", text).put("asks", true));
    }

    Answer send(JsonObject message) {
        return CONTRACT.checked("sendMessage", api.post(path("/messages"), message));
    }

    Answer list() {
        return list("");
    }

    Answer list(String query) {
        return CONTRACT.checked("listMessages", api.get(path("/messages") + query));
    }

    Answer read(Answer message) {
        return read(message.json().getString("id"));
    }

    Answer read(String messageId) {
        return CONTRACT.checked(
                "readMessages", api.post(path("/messages/read"), new JsonObject().put("upTo", messageId)));
    }

    Answer file(Answer message) {
        return file(message.json().getString("id"));
    }

    Answer file(String messageId) {
        return CONTRACT.checked("fileMessage", api.post(path("/messages/" + messageId + "/filing"), new JsonObject()));
    }

    Answer readings() {
        return CONTRACT.checked("listMessageReadings", api.get(path("/messages/readings")));
    }

    Answer staged() {
        return CONTRACT.checked("getStagedBrief", api.get(path("/briefs/staged")));
    }

    Answer stage(Answer seen, JsonObject brief) {
        return CONTRACT.checked("stageBrief", api.ifMatch(seen).put(path("/briefs/staged"), brief));
    }

    Answer discard(Answer seen) {
        return CONTRACT.checked(
                "discardStagedBrief",
                api.ifMatch(seen).send("DELETE", path("/briefs/staged"), java.util.Optional.empty()));
    }

    private String path(String rest) {
        return "/v1/cases/" + caseId + rest;
    }

    static List<String> texts(Answer list) {
        return items(list).stream().map(item -> item.getString("text")).toList();
    }

    static List<JsonObject> items(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        JsonArray items = list.json().getJsonArray("items");
        return items.stream().map(JsonObject.class::cast).toList();
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
