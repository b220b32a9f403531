package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.List;

/** What a schema has against a value, judged as the services judge requests. */
final class SchemaErrors {
    private SchemaErrors() {}

    static List<String> of(JsonNode schema, JsonNode value) {
        OutputUnit result = Validator.create(
                        JsonSchema.of(new JsonObject(schema.toString())),
                        new JsonSchemaOptions()
                                .setBaseUri("https://redress.io/")
                                .setDraft(Draft.DRAFT202012)
                                .setOutputFormat(OutputFormat.Basic))
                .validate(new JsonObject(value.toString()));
        if (result.getValid()) {
            return List.of();
        }
        return result.getErrors().stream()
                .map(unit -> unit.getInstanceLocation() + ": " + unit.getError())
                .toList();
    }
}
