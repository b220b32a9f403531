package io.redress.notifications;

import io.redress.infra.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * A real SMTP server with a certificate of its own making and one user. GreenMail has no STARTTLS, this one has; where
 * it speaks TLS at all it takes neither a login nor a mail before.
 */
final class TlsMailServer implements AutoCloseable {
    static final String USER = "redress";

    /** How the server protects its connections. */
    enum Protection {
        NONE,
        STARTTLS,
        SSL
    }

    private final int port = FreePorts.next();
    private final AtomicReference<String> password = new AtomicReference<>("right");
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger upgrades = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Path certificate;
    private final SMTPServer server;

    /**
     * @param directory for its key and certificate
     * @param names for whom the certificate is, as keytool's {@code san}
     */
    TlsMailServer(Path directory, Protection protection, String names) {
        try {
            KeyStore keys = keys(directory.resolve("keys-" + port + ".p12"), names);
            certificate = pem(keys, directory.resolve("certificate-" + port + ".pem"));
            server = server(protection, context(keys));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate", e);
        }
        server.start();
    }

    private SMTPServer server(Protection protection, SSLContext context) {
        SMTPServer.Builder builder = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((session, from, to, data) -> recipients.add(to))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, given, session) -> {
                    logins.incrementAndGet();
                    if (!user.equals(USER) || !given.equals(password.get())) {
                        throw new LoginFailedException();
                    }
                }))
                .requireAuth()
                .sessionHandler(new Counting());
        return switch (protection) {
            case NONE -> builder.build();
            case STARTTLS ->
                builder.enableTLS()
                        .requireTLS()
                        .startTlsSocketFactory(plain -> {
                            upgrades.incrementAndGet();
                            var socket = (javax.net.ssl.SSLSocket) context.getSocketFactory()
                                    .createSocket(
                                            plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
                            socket.setUseClientMode(false);
                            return socket;
                        })
                        .build();
            case SSL -> builder.serverSocketFactory(context).build();
        };
    }

    int port() {
        return port;
    }

    /** Its certificate, which nobody else has signed. */
    Path certificate() {
        return certificate;
    }

    void password(String right) {
        password.set(right);
    }

    /** To whom it took mail. */
    List<String> recipients() {
        return recipients;
    }

    /** How many logins were tried. */
    int logins() {
        return logins.get();
    }

    /** How many connections asked to be upgraded to TLS. */
    int upgrades() {
        return upgrades.get();
    }

    /** How many connections have come and gone. */
    int ended() {
        return ended.get();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static KeyStore keys(Path file, String names) throws IOException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=mail",
                        "-ext",
                        "san=" + names,
                        "-ext",
                        "bc=ca:true",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, "changeit".toCharArray());
        }
        return keys;
    }

    private static Path pem(KeyStore keys, Path file) throws IOException, GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("mail").getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private final class Counting implements SessionHandler {
        @Override
        public SessionAcceptance accept(Session session) {
            return SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {
            ended.incrementAndGet();
        }
    }
}
