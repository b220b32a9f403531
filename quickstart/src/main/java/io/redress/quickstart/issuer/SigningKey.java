package io.redress.quickstart.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The development issuer's RSA key, kept in a file that only its owner can read, so that tokens survive a restart. */
final class SigningKey {

    private static final int BITS = 2048;

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /** @throws IllegalStateException if the file holds no such key */
    static SigningKey keptIn(Path file) {
        try {
            if (Files.exists(file)) {
                return new SigningKey(JWK.parse(Files.readString(file)).toRSAKey());
            }
            RSAKey fresh = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, fresh.toJSONString(), StandardCharsets.UTF_8);
            return new SigningKey(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("no usable signing key in " + file, e);
        }
    }

    RSAKey key() {
        return key;
    }

    /** The public half, as a JWK set. */
    String publicSet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }
}
