package io.redress.cases.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said about one case alone where several are decided together. Two that differ in spaces, signs or capitals only
 * are the same. Limit: that the words are others does not make the thought one.
 *
 * @param zh SHA-256 of what is said in Chinese, in hexadecimal
 * @param en the same in English
 */
public record IndividualReasons(String zh, String en) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Of every violation or item of the case, in their order; empty where reasons are missing. */
    public static Optional<IndividualReasons> of(List<ViolationRuling> rulings) {
        List<BilingualText> all = rulings.stream().map(ViolationRuling::reasons).toList();
        return all.isEmpty() || all.stream().anyMatch(BilingualText::incomplete)
                ? Optional.empty()
                : Optional.of(of(new BilingualText(
                        all.stream().map(BilingualText::zh).collect(Collectors.joining(" ")),
                        all.stream().map(BilingualText::en).collect(Collectors.joining(" ")))));
    }

    static IndividualReasons of(BilingualText text) {
        return new IndividualReasons(digest(text.zh()), digest(text.en()));
    }

    /** True when either language says what the other says. */
    public boolean copyOf(IndividualReasons other) {
        return zh.equals(other.zh) || en.equals(other.en);
    }

    /** True when they repeat what is said for all. */
    public boolean copyOf(BilingualText common) {
        return copyOf(of(common));
    }

    /** What each merchant is told: what holds for all, then what holds for him. Incomplete reasons stay as they are. */
    public static List<ViolationRuling> after(BilingualText common, List<ViolationRuling> rulings) {
        return rulings.stream().map(ruling -> after(common, ruling)).toList();
    }

    private static ViolationRuling after(BilingualText common, ViolationRuling ruling) {
        BilingualText own = ruling.reasons();
        return own.incomplete()
                ? ruling
                : new ViolationRuling(
                        ruling.violationId(),
                        ruling.outcome(),
                        new BilingualText(common.zh() + "\n\n" + own.zh(), common.en() + "\n\n" + own.en()),
                        ruling.facts());
    }

    private static String digest(String text) {
        String plain = NO_WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(plain.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
