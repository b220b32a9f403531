package io.redress.penalties.app.seal;

/** Encrypted content and what is needed to open it, but for the key. */
@SuppressWarnings("ArrayRecordComponent")
public record Sealed(String keyId, byte[] nonce, byte[] ciphertext) {

    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
