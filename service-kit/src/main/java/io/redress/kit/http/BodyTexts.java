package io.redress.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.kit.text.WrittenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The texts of a JSON body, each with its pointer (RFC 6901). The names of members are texts too. */
final class BodyTexts {

    private BodyTexts() {}

    /** @param except members of the body that are left out, with all they hold */
    static List<WrittenText> of(byte[] body, Set<String> except) {
        List<WrittenText> texts = new ArrayList<>();
        JsonNode root = Json.read(body, JsonNode.class);
        root.properties().stream()
                .filter(member -> !except.contains(member.getKey()))
                .forEach(member -> add(texts, "/" + escaped(member.getKey()), member.getKey(), member.getValue()));
        return texts;
    }

    private static void add(List<WrittenText> texts, String pointer, String name, JsonNode value) {
        texts.add(new WrittenText(pointer, name));
        addValue(texts, pointer, value);
    }

    private static void addValue(List<WrittenText> texts, String pointer, JsonNode value) {
        if (value.isTextual()) {
            texts.add(new WrittenText(pointer, value.asText()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                addValue(texts, pointer + "/" + i, value.get(i));
            }
        } else {
            value.properties()
                    .forEach(member ->
                            add(texts, pointer + "/" + escaped(member.getKey()), member.getKey(), member.getValue()));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
