package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks for sealed terms in what a merchant can read. It is written apart from the suite's own scanner: lower case, only
 * letters and digits, the terms as they are given.
 */
final class S5Secrets {

    private final List<String> terms = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();

    S5Secrets(StoryFile story) {
        for (JsonNode term : story.givenList("sealed")) {
            terms.add(plain(term.path("en").asText()));
            terms.add(plain(term.path("zh").asText()));
        }
    }

    /** Notes every term that this answer holds. */
    void look(String where, JsonNode answer) {
        String text = plain(answer.toString());
        terms.stream().filter(text::contains).forEach(term -> leaks.add(where + " holds a sealed term"));
    }

    /** Where a term was found. */
    List<String> leaks() {
        return List.copyOf(leaks);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
