package io.redress.cases.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text in GB 18030, the encoding that Chinese law asks of programs, and in its parts GBK and GB 2312. */
final class ChineseText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int PART_CHARS = 8_192;

    private ChineseText() {}

    /** Whether all of it is such text, without a character that no text has. Blocks. */
    static boolean is(Path path) throws IOException {
        try (Reader content = new BufferedReader(new InputStreamReader(
                Files.newInputStream(path),
                GB18030.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            char[] part = new char[PART_CHARS];
            boolean empty = true;
            for (int read = content.read(part); read >= 0; read = content.read(part)) {
                empty = false;
                for (int i = 0; i < read; i++) {
                    if (!ofText(part[i])) {
                        return false;
                    }
                }
            }
            return !empty;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean ofText(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r' || character == '\f';
            case Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
