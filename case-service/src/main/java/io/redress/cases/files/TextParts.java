package io.redress.cases.files;

import io.redress.kit.text.PhraseScanner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks for phrases in files of plain text, tables and mails, part by part, so that not all of one is in memory. Read are
 * UTF-8, UTF-16 with its mark, and else GB 18030. Limit: what is encoded inside of a mail is another text.
 */
final class TextParts {

    private static final int PART_CHARS = 65_536;
    /** Longer than any phrase, with what may stand between its characters. */
    private static final int OVERLAP_CHARS = 2_000;

    private static final byte[] BIG_END_FIRST = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] LITTLE_END_FIRST = {(byte) 0xff, (byte) 0xfe};

    private TextParts() {}

    static boolean readable(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.equals("message/rfc822");
    }

    /** The part of the text that holds one of the phrases. Blocks. */
    static Optional<String> find(Path path, PhraseScanner scanner) throws IOException {
        try {
            return find(path, marked(path) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8, true, scanner);
        } catch (CharacterCodingException e) {
            return find(path, Charset.forName("GB18030"), false, scanner);
        }
    }

    private static boolean marked(Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            byte[] mark = content.readNBytes(BIG_END_FIRST.length);
            return Arrays.equals(mark, BIG_END_FIRST) || Arrays.equals(mark, LITTLE_END_FIRST);
        }
    }

    private static Optional<String> find(Path path, Charset charset, boolean strict, PhraseScanner scanner)
            throws IOException {
        CodingErrorAction onError = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        try (Reader content = new BufferedReader(new InputStreamReader(
                Files.newInputStream(path),
                charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError)))) {
            char[] part = new char[PART_CHARS];
            StringBuilder window = new StringBuilder();
            int read = content.read(part);
            while (read >= 0) {
                window.append(part, 0, read);
                read = content.read(part);
                int end = read < 0 ? window.length() : wordEnd(window);
                String text = window.substring(0, end);
                if (scanner.find(text).isPresent()) {
                    return Optional.of(text);
                }
                window.delete(0, wordStart(window, end - OVERLAP_CHARS));
            }
            return Optional.empty();
        }
    }

    /** So that no word is cut in two, where there are words. */
    private static int wordEnd(CharSequence window) {
        int end = window.length();
        while (end > window.length() - OVERLAP_CHARS && end > 0 && Character.isLetterOrDigit(window.charAt(end - 1))) {
            end--;
        }
        return end > window.length() - OVERLAP_CHARS && end > 0 ? end : window.length();
    }

    private static int wordStart(CharSequence window, int from) {
        int start = Math.max(0, from);
        while (start > 0 && Character.isLetterOrDigit(window.charAt(start - 1)) && start > from - OVERLAP_CHARS) {
            start--;
        }
        return start;
    }
}
