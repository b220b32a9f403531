package io.redress.kit.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text reduced to the letters and digits that it is made of. Compatibility forms (full width, ligatures) become
 * plain ones, case is folded, combining marks and invisible characters are dropped, everything else that is no letter
 * or digit is a separator and dropped too. A dot between digits stays: 0.87 is one figure. Each character kept knows
 * whether a separator came before it.
 *
 * <p>Limit: letters of another script that look alike are other letters.
 */
final class PlainForm {

    private static final int HANGUL_CHOSEONG_FILLER = 0x115F;
    private static final int HANGUL_JUNGSEONG_FILLER = 0x1160;

    private final StringBuilder kept = new StringBuilder();
    private boolean[] apart = new boolean[64];
    private boolean separated = true;
    /** A dot was seen behind a digit; it is one of the figure's if a digit follows. */
    private boolean dotPending;

    private PlainForm() {}

    static PlainForm of(String text) {
        PlainForm form = new PlainForm();
        String folded = decomposed(decomposed(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        folded.codePoints().forEach(form::take);
        return form;
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    String text() {
        return kept.toString();
    }

    /** Whether something that is neither letter nor digit, or nothing at all, comes before this character. */
    boolean apart(int index) {
        return apart[index];
    }

    private void take(int character) {
        if (invisible(character)) {
            return;
        }
        int digit = Character.digit(character, 10);
        if (digit >= 0) {
            if (dotPending) {
                keep('.');
            }
            keep((char) ('0' + digit));
        } else if (Character.isLetter(character)) {
            for (char unit : Character.toChars(character)) {
                keep(unit);
            }
        } else {
            boolean dot = character == '.' || character == ',' || character == '\u00b7' || character == '\u3002';
            boolean behindDigit = kept.length() > 0 && Character.isDigit(kept.charAt(kept.length() - 1));
            if (dot && behindDigit && !dotPending) {
                dotPending = true;
            } else {
                separated = true;
            }
            return;
        }
        dotPending = false;
    }

    private void keep(char unit) {
        // a dot that turned out to end a sentence separates as any other mark does
        boolean separates = separated || (dotPending && unit != '.' && !Character.isDigit(unit));
        if (apart.length == kept.length()) {
            apart = Arrays.copyOf(apart, apart.length * 2);
        }
        apart[kept.length()] = separates;
        kept.append(unit);
        separated = false;
        if (unit == '.') {
            dotPending = false;
        }
    }

    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default ->
                character == HANGUL_CHOSEONG_FILLER
                        || character == HANGUL_JUNGSEONG_FILLER
                        || (Character.isISOControl(character) && !Character.isWhitespace(character));
        };
    }
}
