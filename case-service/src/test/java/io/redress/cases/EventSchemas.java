package io.redress.cases;

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

/** The schemas of this service's events. */
public final class EventSchemas {

    private static final String FOLDER = "/events/cases.events.v1/";

    private EventSchemas() {}

    public static void assertValid(String type, JsonObject data) {
        JsonSchema schema = JsonSchema.of(read(FOLDER + type + ".schema.json"));
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

    public static JsonObject example(String type) {
        return read(FOLDER + "examples/" + type + ".json");
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
