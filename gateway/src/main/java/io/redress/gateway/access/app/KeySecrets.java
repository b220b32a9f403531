package io.redress.gateway.access.app;

import io.redress.gateway.access.domain.SecretHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of API keys: {@code rdk_<32 hex of the key's id>_<43 characters of 256 random bits>}. */
public final class KeySecrets {

    private static final Pattern FORM = Pattern.compile("rdk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    private static final int BYTES = 32;
    private static final String ID_PREFIX = "key_";

    /** A key as it was presented. */
    public record Presented(String keyId, SecretHash secret) {}

    /**
     * A secret just made.
     *
     * @param text the whole key; shown once
     */
    public record Fresh(String text, SecretHash hash) {

        @Override
        public String toString() {
            return "***";
        }
    }

    private final SecureRandom random = new SecureRandom();

    public Fresh next(String keyId) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Fresh("rdk_" + keyId.substring(ID_PREFIX.length()) + "_" + secret, SecretHash.of(secret));
    }

    /** Empty if the text has not the form of a key. */
    public static Optional<Presented> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Presented(ID_PREFIX + matcher.group(1), SecretHash.of(matcher.group(2))))
                : Optional.empty();
    }
}
