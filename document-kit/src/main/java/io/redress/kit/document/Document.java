package io.redress.kit.document;

import java.time.Instant;
import java.util.List;

/**
 * What a document says, and nothing of how it looks.
 *
 * @param id of what it tells; the same id and the same words are the same document
 * @param at when that came to be; the document's date
 * @param subject for whoever files it, not shown on a page
 * @param parts the same in each language, at least one; the first one's language is the document's
 */
public record Document(String id, Instant at, String subject, List<Part> parts) {

    public Document {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("document " + id + " says nothing");
        }
    }

    /**
     * @param language a BCP 47 tag
     * @param lines paragraphs, in their order
     * @param record what it is, of whom and since when; in small print below
     */
    public record Part(String language, String title, List<String> lines, String record) {

        public Part {
            lines = List.copyOf(lines);
        }
    }
}
