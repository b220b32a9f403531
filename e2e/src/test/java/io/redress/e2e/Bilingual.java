package io.redress.e2e;

import io.vertx.core.json.JsonObject;

/** A text of the platform as bodies carry it. */
final class Bilingual {

    private Bilingual() {}

    static JsonObject text(String zh, String en) {
        return new JsonObject().put("zh", zh).put("en", en);
    }
}
