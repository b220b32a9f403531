package io.redress.kit.http;

/**
 * Looks for the null character in JSON bytes. JSON can write it, the database cannot keep it in a text, and nobody means
 * it.
 */
final class NullCharacters {

    private static final byte[] ESCAPE = {'u', '0', '0', '0', '0'};

    private NullCharacters() {}

    static boolean in(byte[] body) {
        for (int i = 0; i < body.length; i++) {
            if (body[i] == 0) {
                return true;
            }
            if (body[i] == '\\') {
                if (escaped(body, i + 1)) {
                    return true;
                }
                // what follows a backslash is no backslash that escapes
                i++;
            }
        }
        return false;
    }

    private static boolean escaped(byte[] body, int at) {
        if (at + ESCAPE.length > body.length) {
            return false;
        }
        for (int i = 0; i < ESCAPE.length; i++) {
            if (body[at + i] != ESCAPE[i]) {
                return false;
            }
        }
        return true;
    }
}
