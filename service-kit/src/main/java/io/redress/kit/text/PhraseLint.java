package io.redress.kit.text;

import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalCode;
import java.util.List;
import java.util.Optional;

/** Refuses texts that hold a phrase, saying where each of them stands. */
public final class PhraseLint {

    private static final int MOST_NAMED = 20;

    private PhraseLint() {}

    /**
     * The refusal, or empty when no text holds a phrase.
     *
     * @param named whether the caller may know which phrase it was
     */
    public static Optional<Refusal> refusal(
            RefusalCode code, PhraseScanner scanner, List<WrittenText> texts, boolean named) {
        List<Refusal.Wrong> wrong = texts.stream()
                .flatMap(text -> scanner
                        .find(text.text())
                        .map(phrase -> new Refusal.Wrong(text.pointer(), named ? "holds: " + phrase : "holds one"))
                        .stream())
                .limit(MOST_NAMED)
                .toList();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        String detail = "What the platform writes holds no sealed term; say it in other words.";
        return Optional.of(Refusal.of(code, detail).at(wrong));
    }
}
