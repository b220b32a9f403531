package io.redress.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Titles of problems in the reader's language: Chinese where {@code Accept-Language} prefers it and there is a wording,
 * English otherwise. The detail stays English, and the code is what a program goes by.
 */
public final class ProblemTitles {

    /**
     * A title as it is sent.
     *
     * @param language value of {@code Content-Language}: of the title, and of the detail where that is another
     */
    public record Title(String text, String language) {}

    private static final int MAX_CHARACTERS = 256;
    private static final Map<String, String> CHINESE = load("/problem-titles_zh.properties");

    private ProblemTitles() {}

    /** Has the wordings read now, by a thread that may wait, and not for the first problem. */
    public static void prepare() {
        // calling anything here does: the class is initialised first
    }

    /**
     * @param acceptLanguage the request's header; null, malformed or longer than 256 characters says nothing
     * @param english where there is no other wording
     */
    public static Title of(String acceptLanguage, String code, String english) {
        String chinese = CHINESE.get(code);
        return chinese != null && prefersChinese(acceptLanguage)
                ? new Title(chinese, "zh, en")
                : new Title(english, "en");
    }

    private static boolean prefersChinese(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > MAX_CHARACTERS) {
            return false;
        }
        List<LanguageRange> ranges;
        try {
            ranges = LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> range.getRange().split("-", 2)[0])
                .filter(language -> language.equals("zh") || language.equals("en") || language.equals("*"))
                .findFirst()
                .filter("zh"::equals)
                .isPresent();
    }

    private static Map<String, String> load(String resource) {
        try (InputStream in = ProblemTitles.class.getResourceAsStream(resource)) {
            Properties titles = new Properties();
            if (in != null) {
                titles.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return titles.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(code -> code, titles::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
