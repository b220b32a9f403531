package io.redress.kit.http;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * Loads a contract from the classpath. The router knows a fixed list of media types and refuses a contract that names
 * any other; what it need not know, since only requests are validated, is taken out of its copy. A request body that may
 * be YAML keeps the mark {@link #TAKES_YAML}: it is turned into JSON before it is validated. A body that is a file is not
 * for the validator at all: {@link Streaming}.
 */
public final class ContractFile {

    static final String TAKES_YAML = "x-takes-yaml";

    private static final Set<String> UNKNOWN_TO_ROUTER = Set.of(
            "application/problem+json",
            "application/pdf",
            "application/x-ndjson",
            "text/event-stream",
            YamlBody.MEDIA_TYPE);
    private static final YAMLMapper YAML = new YAMLMapper();

    private ContractFile() {}

    /** @param resource on the class path, for example {@code openapi/penalty-service.yaml} */
    public static Future<OpenAPIContract> load(Vertx vertx, String resource) {
        return vertx.fileSystem().readFile(resource).compose(content -> {
            JsonObject document = new JsonObject(tree(content.getBytes()));
            withoutFiles(document);
            withoutForeignContent(document);
            return OpenAPIContract.from(vertx, document);
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(byte[] content) {
        try {
            return YAML.readValue(content, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutFiles(JsonObject document) {
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : item.fieldNames()) {
                if (item.getValue(method) instanceof JsonObject operation && operation.containsKey("responses")) {
                    withoutFile(operation);
                }
            }
        }
    }

    private static void withoutFile(JsonObject operation) {
        switch (Streaming.of(operation)) {
            case NONE -> {}
            case REQUEST -> operation.remove("requestBody");
            case RESPONSE ->
                operation.getJsonObject("responses").forEach(response -> {
                    if (response.getKey().startsWith("2") && response.getValue() instanceof JsonObject answer) {
                        answer.remove("content");
                    }
                });
        }
    }

    private static void withoutForeignContent(Object node) {
        if (node instanceof JsonObject object) {
            JsonObject content = object.getValue("content") instanceof JsonObject found ? found : null;
            if (content != null && content.containsKey(YamlBody.MEDIA_TYPE)) {
                object.put(TAKES_YAML, true);
            }
            boolean removed = content != null && content.fieldNames().removeAll(UNKNOWN_TO_ROUTER);
            if (removed && content.isEmpty()) {
                object.remove("content");
            }
            for (String name : object.fieldNames().toArray(String[]::new)) {
                withoutForeignContent(object.getValue(name));
            }
        } else if (node instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                withoutForeignContent(array.getValue(i));
            }
        }
    }
}
