package io.redress.quickstart.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A broker outside the suite, which logs in by SASL/PLAIN.
 *
 * @param bootstrap {@code host:port}, several with commas
 * @param passwordFile properties: the password of {@code admin}, who creates topics and rights, and of each service and
 *     the marketplace
 */
public record ExternalKafka(String bootstrap, Path passwordFile) {

    /** @throws IllegalStateException if the file does not name that principal */
    String password(String principal) {
        Properties passwords = new Properties();
        try (InputStream in = Files.newInputStream(passwordFile)) {
            passwords.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + passwordFile, e);
        }
        String password = passwords.getProperty(principal);
        if (password == null) {
            throw new IllegalStateException(passwordFile + " holds no password of " + principal);
        }
        return password;
    }
}
