package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word that staff put on a case. Written in different ways it is the same one: full-width letters, capitals and blanks
 * around it make no difference.
 */
public record CaseTag(String text) {

    /** Tags of one case at the most. */
    public static final int MOST = 20;

    private static final int LONGEST = 40;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]*");

    /** Refusals: tag-invalid. */
    public static Outcome<CaseTag> of(String written) {
        String normal =
                Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return normal.codePointCount(0, normal.length()) > LONGEST
                        || !WORDS.matcher(normal).matches()
                ? Outcome.refused(
                        CaseRefusal.TAG_INVALID,
                        "A tag is 1 to 40 letters, digits, blanks, dots, lines and underscores, the first a letter or digit.")
                : Outcome.done(new CaseTag(normal));
    }
}
