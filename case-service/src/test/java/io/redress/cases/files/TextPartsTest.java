package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.text.Phrase;
import io.redress.kit.text.PhraseScanner;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phrases in text files, in whatever encoding and wherever they lie. */
class TextPartsTest {

    private static final String ZH = "\u5173\u7cfb\u56fe\u8c31\u98ce\u9669\u5206";
    private static final PhraseScanner PHRASES = PhraseScanner.of(List.of(new Phrase("graph risk", ZH)));

    @TempDir
    private Path directory;

    private Optional<String> find(String text, String encoding) throws IOException {
        return TextParts.find(
                Files.write(directory.resolve("text"), text.getBytes(Charset.forName(encoding))), PHRASES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "x-UTF-16LE-BOM", "GBK", "GB18030"})
    void a_phrase_is_found_in_every_encoding_that_is_taken_for_text(String encoding) throws IOException {
        assertThat(find("\u539f\u56e0\uff1a" + ZH + "\u504f\u9ad8\u3002\n", encoding))
                .isPresent();
        assertThat(find("\u539f\u56e0\uff1a\u5176\u4ed6\u3002\n", encoding)).isEmpty();
    }

    @Test
    void a_phrase_is_found_wherever_the_parts_that_are_read_begin_and_end() throws IOException {
        for (int before : new int[] {0, 65_525, 65_530, 65_535, 65_536, 131_068, 200_000}) {
            String words = "a word ".repeat(before / 7 + 1).substring(0, before);

            assertThat(find(words + " graph risk and so on", "UTF-8"))
                    .as("after " + before)
                    .isPresent();
            assertThat(find("\u5b57".repeat(before) + ZH + "\u5b57", "UTF-8"))
                    .as("after " + before)
                    .isPresent();
            assertThat(find(words + " photograph risky", "UTF-8"))
                    .as("after " + before)
                    .isEmpty();
        }
    }

    @Test
    void only_plain_texts_tables_and_mails_are_read() {
        assertThat(TextParts.readable("text/plain")).isTrue();
        assertThat(TextParts.readable("text/csv")).isTrue();
        assertThat(TextParts.readable("message/rfc822")).isTrue();
        assertThat(TextParts.readable("application/pdf")).isFalse();
    }
}
