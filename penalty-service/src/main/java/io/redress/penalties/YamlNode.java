package io.redress.penalties;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A part of a YAML file, which knows its place, so that whoever wrote the file is told where it is wrong. All methods
 * throw {@link IllegalArgumentException} naming the place.
 */
record YamlNode(String place, Object value) {

    static YamlNode read(InputStream file) {
        try {
            return new YamlNode("", new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (YAMLException e) {
            throw new IllegalArgumentException("is no YAML: " + e.getMessage());
        }
    }

    /** The members of an object, in the order of the file. */
    Map<String, YamlNode> members() {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("an object");
        }
        Map<String, YamlNode> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put(
                String.valueOf(key), new YamlNode(place.isEmpty() ? key.toString() : place + "." + key, member)));
        return members;
    }

    /** The same, with no other members than these: a misspelt one must not pass for an absent one. */
    YamlNode only(String... names) {
        for (String name : members().keySet()) {
            if (!List.of(names).contains(name)) {
                throw new IllegalArgumentException(place + " has a member " + name + ", which means nothing");
            }
        }
        return this;
    }

    Optional<YamlNode> find(String member) {
        return Optional.ofNullable(members().get(member));
    }

    YamlNode get(String member) {
        return find(member).orElseThrow(() -> new IllegalArgumentException(place + " has no " + member));
    }

    List<YamlNode> items() {
        if (!(value instanceof List<?> list)) {
            throw wrong("a list");
        }
        List<YamlNode> items = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            items.add(new YamlNode(place + "[" + at + "]", list.get(at)));
        }
        return items;
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    List<String> texts(String member) {
        return find(member).map(YamlNode::texts).orElseGet(List::of);
    }

    String text() {
        if (!(value instanceof String text) || text.isBlank()) {
            throw wrong("a text (quoted, if it looks like a number, a date or yes and no)");
        }
        return text;
    }

    int number() {
        if (!(value instanceof Integer number)) {
            throw wrong("a whole number");
        }
        return number;
    }

    boolean flag() {
        if (!(value instanceof Boolean flag)) {
            throw wrong("true or false");
        }
        return flag;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException((place.isEmpty() ? "the file" : place) + " must be " + expected);
    }
}
