package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists as a caller reads them: pages, one behind the other. */
final class CaseLists {

    private CaseLists() {}

    static List<String> ids(Answer page) {
        return items(page).stream().map(item -> item.getString("id")).toList();
    }

    static List<JsonObject> items(Answer page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Of every page of the list, two at a time. */
    static List<String> allIds(ApiClient caller, String list) {
        return all(caller, list, "id");
    }

    static List<String> all(ApiClient caller, String list, String member) {
        List<String> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Answer page = caller.get(list + "&limit=2"
                    + cursor.map(next -> "&cursor=" + encoded(next)).orElse(""));
            assertThat(items(page)).hasSizeLessThanOrEqualTo(2);
            items(page).forEach(item -> all.add(item.getString(member)));
            cursor = Optional.ofNullable(page.json().getString("next"));
        } while (cursor.isPresent());
        return all;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
