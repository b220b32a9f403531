package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The product's sample data, read as YAML and put as JSON one to one. */
final class SampleData {

    private SampleData() {}

    static void load(ApiClient operator) {
        assertThat(operator.put("/v1/org", read("org")).status()).isEqualTo(200);
        assertThat(operator.put("/v1/advocacy", read("advocacy")).status()).isEqualTo(200);
        assertThat(operator.put("/v1/queues", read("queues")).status()).isEqualTo(200);
        assertThat(operator.put("/v1/case-policy", read("casekinds")).status()).isEqualTo(200);
        assertThat(operator.put("/v1/calendars/2018", calendar2018()).status()).isEqualTo(200);
    }

    static JsonObject calendar2018() {
        JsonObject all = read("calendar");
        return all.getJsonObject("years")
                .getJsonObject("2018")
                .copy()
                .put("zone", all.getString("zone"))
                .put("workingHours", all.getJsonArray("workingHours"));
    }

    /** Dates stay texts: YAML would make timestamps of them. */
    static JsonObject read(String name) {
        try (InputStream sample = SampleData.class.getResourceAsStream("/sample/" + name + ".yaml")) {
            String text = new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(\\d{4}-\\d{2}-\\d{2})", "\"$1\"");
            Map<String, Object> document = new Yaml().load(text);
            return new JsonObject(io.vertx.core.json.Json.encode(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
