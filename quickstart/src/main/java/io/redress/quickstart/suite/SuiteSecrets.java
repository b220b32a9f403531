package io.redress.quickstart.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** Passwords of a development suite: made once at random, kept in a file that only its owner can read. */
public final class SuiteSecrets {

    private static final int BYTES = 24;
    private static final int SEAL_KEY_BYTES = 32;
    private static final String SEAL_KEY = "seal.key";
    private static final String AUDIT = "audit";
    private static final String EDGE = "edge";
    private static final String PRIVATE = ".key";
    private static final String PUBLIC = ".public-key";

    private final Path file;
    private final Properties kept = new Properties();
    private final SecureRandom random = new SecureRandom();

    public SuiteSecrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                kept.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The password of that name; the same at every start. */
    public synchronized String of(String name) {
        String known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.setProperty(name, fresh);
        keep();
        return fresh;
    }

    /** The private key (PKCS #8, base64) that histories are signed with; the same at every start. */
    synchronized String auditKey() {
        makeKeys(AUDIT, "Ed25519", Optional.empty());
        return kept.getProperty(AUDIT + PRIVATE);
    }

    /** The public key (X.509, base64) that belongs to it. */
    synchronized String auditPublicKey() {
        makeKeys(AUDIT, "Ed25519", Optional.empty());
        return kept.getProperty(AUDIT + PUBLIC);
    }

    /** The key (AES-256, base64) that detection records are sealed with; the same at every start. */
    synchronized String sealKey() {
        String known = kept.getProperty(SEAL_KEY);
        if (known != null) {
            return known;
        }
        byte[] key = new byte[SEAL_KEY_BYTES];
        random.nextBytes(key);
        String fresh = Base64.getEncoder().encodeToString(key);
        kept.setProperty(SEAL_KEY, fresh);
        keep();
        return fresh;
    }

    /** The private key (PKCS #8, base64) of the tokens that the gateway makes; the same at every start. */
    synchronized String edgeKey() {
        makeKeys(EDGE, "EC", Optional.of("secp256r1"));
        return kept.getProperty(EDGE + PRIVATE);
    }

    /** The public key (X.509, base64) that belongs to it. */
    synchronized String edgePublicKey() {
        makeKeys(EDGE, "EC", Optional.of("secp256r1"));
        return kept.getProperty(EDGE + PUBLIC);
    }

    private void makeKeys(String name, String algorithm, Optional<String> curve) {
        if (kept.getProperty(name + PRIVATE) != null) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (curve.isPresent()) {
                generator.initialize(new ECGenParameterSpec(curve.get()));
            }
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            kept.setProperty(
                    name + PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
            kept.setProperty(
                    name + PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
            keep();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has " + algorithm, e);
        }
    }

    private void keep() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                kept.store(out, "Passwords of this development suite");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
