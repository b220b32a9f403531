package io.redress.penalties.domain.rulebook;

/** What the platform writes, in both its languages; neither side may be blank. */
public record Text(String zh, String en) {

    public Text {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text needs both languages");
        }
    }
}
