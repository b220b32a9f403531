package io.redress.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash chain of a subject's history (SHA-256). A row's digest covers its salted text, its hash covers the
 * previous hash and the digest: a text can be shredded later (its digest stays) without breaking the chain.
 */
public final class HistoryChain {

    private HistoryChain() {}

    public static byte[] digest(byte[] salt, String text) {
        MessageDigest sha = sha256();
        sha.update(salt);
        return sha.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] link(byte[] previousHash, byte[] digest) {
        MessageDigest sha = sha256();
        sha.update(previousHash);
        return sha.digest(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
