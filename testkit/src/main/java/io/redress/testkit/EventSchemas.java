package io.redress.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schemas and examples of events, from the contracts on the class path. */
public final class EventSchemas {

    private EventSchemas() {}

    /** Fails unless the data is as the topic's schema of this type says. */
    public static void assertValid(String topic, String type, JsonObject data) {
        JsonSchema schema = JsonSchema.of(read("/events/" + topic + "/" + type + ".schema.json"));
        OutputUnit result = Validator.create(
                        schema,
                        new JsonSchemaOptions()
                                .setBaseUri("https://redress.io")
                                .setDraft(Draft.DRAFT202012)
                                .setOutputFormat(OutputFormat.Basic))
                .validate(data);
        assertThat(result.getValid())
                .as(type + " " + data + " " + result.getErrors())
                .isTrue();
    }

    /** The whole envelope of the contract's example. */
    public static JsonObject example(String topic, String type) {
        return read("/events/" + topic + "/examples/" + type + ".json");
    }

    private static JsonObject read(String resource) {
        try (InputStream file = EventSchemas.class.getResourceAsStream(resource)) {
            assertThat(file).as(resource).isNotNull();
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
