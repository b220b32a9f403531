package io.redress.penalties;

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
final class EventSchemas {

    private static final String FOLDER = "/events/penalties.events.v1/";

    private EventSchemas() {}

    static void assertValid(String type, JsonObject data) {
        OutputUnit result = Validator.create(
                        JsonSchema.of(read(FOLDER + type + ".schema.json")),
                        new JsonSchemaOptions()
                                .setBaseUri("https://redress.io")
                                .setDraft(Draft.DRAFT202012)
                                .setOutputFormat(OutputFormat.Basic))
                .validate(data);
        assertThat(result.getValid())
                .as(type + " " + data + " " + result.getErrors())
                .isTrue();
    }

    static JsonObject example(String type) {
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
