package io.redress.penalties.api;

import io.redress.kit.http.Json;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.RulebookForm;
import java.nio.charset.StandardCharsets;

/** Rulebooks as JSON; written again, the same content is the same text. */
public final class RulebookDocument {

    private RulebookDocument() {}

    /** Reads a registered text. */
    public static Rulebook parse(String text) {
        return read(text).rulebook();
    }

    public static RulebookForm read(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8), RulebookForm.class);
    }

    public static String text(RulebookForm form) {
        return Json.text(form);
    }
}
