package io.redress.penalties.domain.milestone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A partner whose word counts, because it is signed.
 *
 * @param publicKey Ed25519, X.509 in base64
 */
public record Verifier(String id, String publicKey) {

    private static final String ALGORITHM = "Ed25519";

    /** Whether the key can be read. */
    public boolean readable() {
        try {
            key();
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Whether this partner signed exactly these words; false also for what is no signature at all. */
    public boolean signed(String words, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key());
            check.update(words.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
    }
}
