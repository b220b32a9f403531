package io.redress.e2e;

import io.vertx.core.json.JsonObject;

/** A text as the API takes it wherever the platform writes. */
final class Bilingual {

    private Bilingual() {}

    static JsonObject text(String zh, String en) {
        return new JsonObject().put("zh", zh).put("en", en);
    }
}
