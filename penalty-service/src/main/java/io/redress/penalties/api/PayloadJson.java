package io.redress.penalties.api;

import io.redress.kit.http.Json;
import io.redress.penalties.app.transparency.PayloadForm;
import java.util.Map;

/** A statement in the format of the EU Transparency Database as JSON, its members in the order of the format. */
public final class PayloadJson implements PayloadForm {

    @Override
    public String write(Map<String, Object> statement) {
        return Json.text(statement);
    }
}
