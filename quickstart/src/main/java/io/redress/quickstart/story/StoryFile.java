package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The facts of one story: what is given, when things happen, what must hold. A changed run replaces single values of
 * `given` or `timeline`; the mirror replaces the members that the section `mirror` names.
 */
public final class StoryFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;

    private StoryFile(ObjectNode root) {
        this.root = root;
    }

    /** @return empty if there is no story of that name */
    public static Optional<StoryFile> load(String id) {
        try (InputStream in = StoryFile.class.getResourceAsStream("/stories/" + id + ".yaml")) {
            if (in == null) {
                return Optional.empty();
            }
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return Optional.of(new StoryFile(JSON.valueToTree(tree)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same facts, the opposite ruling. */
    public StoryFile mirrored() {
        ObjectNode copy = root.deepCopy();
        root.path("mirror").properties().forEach(section -> {
            ObjectNode target = copy.withObjectProperty(section.getKey());
            section.getValue()
                    .properties()
                    .forEach(member ->
                            target.set(member.getKey(), member.getValue().deepCopy()));
        });
        return new StoryFile(copy);
    }

    /**
     * One figure or date changed.
     *
     * @throws IllegalArgumentException if the story has no such value, or the new one is not of its kind
     */
    public StoryFile with(String key, String value) {
        ObjectNode copy = root.deepCopy();
        for (String section : new String[] {"given", "timeline"}) {
            JsonNode before = copy.path(section).path(key);
            if (before.isMissingNode()) {
                continue;
            }
            ObjectNode target = copy.withObjectProperty(section);
            if (before.isInt()) {
                target.put(key, number(key, value));
            } else if (section.equals("timeline")) {
                target.put(key, date(key, value).toString());
            } else {
                target.put(key, value);
            }
            return new StoryFile(copy);
        }
        throw new IllegalArgumentException("the story has no value " + key);
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is a number, not " + value, e);
        }
    }

    private static OffsetDateTime date(String key, String value) {
        try {
            return OffsetDateTime.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(key + " is a time as 2018-04-19T00:00:00+08:00, not " + value, e);
        }
    }

    public String title() {
        return root.path("title").asText();
    }

    /** @throws IllegalArgumentException if the story gives no such text */
    public String given(String key) {
        return required(root.path("given").path(key), key).asText();
    }

    /** A list that is given; empty if there is none of that name. */
    public List<JsonNode> givenList(String key) {
        List<JsonNode> items = new ArrayList<>();
        root.path("given").path(key).forEach(items::add);
        return items;
    }

    public int givenNumber(String key) {
        return required(root.path("given").path(key), key).asInt();
    }

    public JsonNode expect(String key) {
        return required(root.path("expect").path(key), key);
    }

    public Map<String, OffsetDateTime> timeline() {
        Map<String, OffsetDateTime> dates = new LinkedHashMap<>();
        root.path("timeline")
                .properties()
                .forEach(date -> dates.put(
                        date.getKey(), OffsetDateTime.parse(date.getValue().asText())));
        return dates;
    }

    private static JsonNode required(JsonNode node, String key) {
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("the story has no value " + key);
        }
        return node;
    }
}
