package io.redress.kit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds phrases in texts, however they are spelled: in compatibility forms, in any case, with invisible characters or
 * marks in between, with any separators or none between words and between characters. Immutable.
 *
 * <p>Where a phrase begins or ends in a Latin letter, the text must begin or end a word there, so that "graph of risk"
 * and "photograph" pass; an inflected last word (s, es, d, ed, ing) is the same word. Where it ends in a figure, the
 * text's figure must end there too, but for zeros behind a point: 0.870 is 0.87, 0.875 and 10.87 are not. Chinese has
 * no such bounds: a phrase inside a longer word is found.
 *
 * <p>Limits: paraphrases, other scripts' letters that look alike, figures in words, and encodings such as HTML entities
 * are other texts.
 */
public final class PhraseScanner {

    private static final int SHORTEST = 2;
    private static final int SHORTEST_INFLECTED = 3;
    private static final Set<String> ENDINGS = Set.of("s", "es", "d", "ed", "ing");

    private record Sought(String phrase, String plain) {}

    private final List<Sought> sought;

    private PhraseScanner(List<Sought> sought) {
        this.sought = List.copyOf(sought);
    }

    /**
     * A scanner for these phrases, in both their languages.
     *
     * @throws IllegalArgumentException if one has fewer than two letters or digits: it would be found everywhere
     */
    public static PhraseScanner of(List<Phrase> phrases) {
        List<Sought> sought = new ArrayList<>();
        for (Phrase phrase : phrases) {
            for (String spelled : List.of(phrase.en(), phrase.zh())) {
                String plain = PlainForm.of(spelled).text();
                if (plain.length() < SHORTEST) {
                    throw new IllegalArgumentException("a phrase has at least two letters or digits");
                }
                sought.add(new Sought(spelled, plain));
            }
        }
        return new PhraseScanner(sought);
    }

    /** The first of the phrases that the text holds, as it was given to {@link #of}. */
    public Optional<String> find(String text) {
        PlainForm form = PlainForm.of(text);
        String plain = form.text();
        return sought.stream()
                .filter(one -> holds(form, plain, one.plain()))
                .map(Sought::phrase)
                .findFirst();
    }

    private static boolean holds(PlainForm form, String plain, String phrase) {
        for (int at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + 1)) {
            if (begins(form, plain, at) && ends(form, plain, phrase, at + phrase.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(PlainForm form, String plain, int at) {
        if (at == 0 || form.apart(at)) {
            return true;
        }
        char before = plain.charAt(at - 1);
        char first = plain.charAt(at);
        boolean insideFigure = isFigure(first) && isFigure(before);
        return !insideFigure && !(isLatin(first) && (isLatin(before) || isFigure(before)));
    }

    private static boolean ends(PlainForm form, String plain, String phrase, int end) {
        if (end == plain.length()) {
            return true;
        }
        char last = phrase.charAt(phrase.length() - 1);
        if (isFigure(last)) {
            return figureEnds(form, plain, phrase, end);
        }
        if (!isLatin(last) || form.apart(end) || !(isLatin(plain.charAt(end)) || isFigure(plain.charAt(end)))) {
            return true;
        }
        return inflected(phrase) && ENDINGS.contains(restOfWord(form, plain, end));
    }

    private static boolean figureEnds(PlainForm form, String plain, String phrase, int end) {
        int at = end;
        boolean fraction = phrase.matches("(?s).*\\.[0-9]+");
        while (fraction && at < plain.length() && plain.charAt(at) == '0' && !form.apart(at)) {
            at++;
        }
        if (at == plain.length() || form.apart(at)) {
            return true;
        }
        if (plain.charAt(at) == '.') {
            return form.apart(at + 1);
        }
        return !Character.isDigit(plain.charAt(at));
    }

    private static String restOfWord(PlainForm form, String plain, int from) {
        int to = from;
        while (to < plain.length() && !form.apart(to) && isLatin(plain.charAt(to))) {
            to++;
        }
        return plain.substring(from, to);
    }

    /** Whether the last word is long enough to be inflected, so that a list B is not found in a list before. */
    private static boolean inflected(String phrase) {
        int letters = 0;
        for (int at = phrase.length() - 1; at >= 0 && isLatin(phrase.charAt(at)); at--) {
            letters++;
        }
        return letters >= SHORTEST_INFLECTED;
    }

    private static boolean isFigure(char unit) {
        return Character.isDigit(unit) || unit == '.';
    }

    /** Letters of scripts that set words apart. */
    private static boolean isLatin(char unit) {
        return Character.isLetter(unit) && !Character.isIdeographic(unit) && !Character.isSurrogate(unit);
    }
}
