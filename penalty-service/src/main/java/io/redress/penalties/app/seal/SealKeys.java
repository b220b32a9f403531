package io.redress.penalties.app.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key ring that detection records are sealed with: AES-256-GCM, a random nonce each time, the penalty's id as
 * additional authenticated data, so that a record cannot be moved to another penalty. The first key seals; all of them
 * open.
 */
public final class SealKeys {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9._-]{1,32}):([A-Za-z0-9+/=]+)");

    /** A record cannot be opened. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String cause;

        Unreadable(String cause) {
            super("a sealed record cannot be opened: " + cause);
            this.cause = cause;
        }

        /** {@code unknown-key} or {@code damaged}. */
        public String why() {
            return cause;
        }
    }

    private final Map<String, SecretKey> keys;
    private final String current;
    private final SecureRandom random = new SecureRandom();

    private SealKeys(Map<String, SecretKey> keys) {
        this.keys = keys;
        this.current = keys.keySet().iterator().next();
    }

    /**
     * Reads {@code id:BASE64,id:BASE64}, the current key first.
     *
     * @throws IllegalArgumentException naming what is wrong, never a key
     */
    public static SealKeys parse(String ring) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String entry : ring.split(",", -1)) {
            var parts = ENTRY.matcher(entry.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("must be id:BASE64, the current key first, separated by commas");
            }
            byte[] key = Base64.getDecoder().decode(parts.group(2));
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("key " + parts.group(1) + " must have 32 bytes");
            }
            if (keys.put(parts.group(1), new SecretKeySpec(key, "AES")) != null) {
                throw new IllegalArgumentException("key " + parts.group(1) + " comes twice");
            }
        }
        return new SealKeys(keys);
    }

    /** The id of the key that seals. */
    public String current() {
        return current;
    }

    /** The ids of all keys. */
    public Set<String> known() {
        return Set.copyOf(keys.keySet());
    }

    public Sealed seal(String penaltyId, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, penaltyId);
            return new Sealed(current, nonce, cipher.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws Unreadable when the ring has not its key, or it is not what was sealed for this penalty */
    public byte[] open(String penaltyId, Sealed sealed) throws Unreadable {
        SecretKey key = keys.get(sealed.keyId());
        if (key == null) {
            throw new Unreadable("unknown-key");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), penaltyId).doFinal(sealed.ciphertext());
        } catch (AEADBadTagException e) {
            throw new Unreadable("damaged");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String penaltyId)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(penaltyId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "SealKeys[current " + current + ", " + keys.size() + " in all]";
    }
}
