package io.redress.notifications.client;

import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import io.redress.notifications.domain.MailComposer;
import io.redress.notifications.domain.RetryTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The mail server to hand mail to.
 *
 * @param host its name
 * @param port 587 unless said
 * @param tls how the connection is protected
 * @param ca certificates (PEM) of the authorities that are believed instead of the machine's
 * @param user name to log in with; none: no login
 * @param password of the user
 * @param from the sender's address; its domain ends the message ids
 * @param acceptance whose yes the server's yes is
 * @param retries the pauses between attempts
 */
public record SmtpConfig(
        String host,
        int port,
        Tls tls,
        Optional<Path> ca,
        Optional<String> user,
        Secret password,
        String from,
        Acceptance acceptance,
        RetryTable retries) {

    private static final int SUBMISSION_PORT = 587;
    private static final int MAX_RETRIES = 20;
    private static final String DEFAULT_RETRIES = "PT1M,PT5M,PT30M,PT2H,PT6H,PT12H,PT24H";

    /** How the connection to the mail server is protected. */
    public enum Tls {
        /** Not at all: for a server on this machine. */
        NONE,
        /** Begins in the open and must be upgraded. */
        STARTTLS,
        /** From the first byte. */
        SSL
    }

    /** Whose yes the configured server's yes is. */
    public enum Acceptance {
        /** A relay's: the mail is on its way, and a report says later what became of it. */
        RELAY,
        /** The recipient's own mail server's: the mail has arrived. */
        RECIPIENT
    }

    /**
     * Empty without {@code REDRESS_SMTP_HOST}: the channel is off.
     *
     * @param problems takes what is wrong
     */
    public static Optional<SmtpConfig> from(Env env, List<String> problems) {
        Optional<String> host = env.find("REDRESS_SMTP_HOST");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String from = env.required("REDRESS_SMTP_FROM");
        if (!from.isEmpty() && !MailComposer.isAddress(from)) {
            problems.add("REDRESS_SMTP_FROM must be an e-mail address, not '" + from + "'");
        }
        Optional<String> user = env.find("REDRESS_SMTP_USER");
        Secret password = user.isPresent() ? env.secret("REDRESS_SMTP_PASSWORD") : new Secret("");
        return Optional.of(new SmtpConfig(
                host.get(),
                env.port("REDRESS_SMTP_PORT", SUBMISSION_PORT),
                choice(env, "REDRESS_SMTP_TLS", Tls.class, Tls.STARTTLS, problems),
                authorities(env, problems),
                user,
                password,
                from,
                choice(env, "REDRESS_SMTP_ACCEPTANCE", Acceptance.class, Acceptance.RELAY, problems),
                retries(env, "REDRESS_SMTP_RETRIES", problems)));
    }

    /** Read when the service starts, so that a wrong file stops it then and not the first mail. */
    private static Optional<Path> authorities(Env env, List<String> problems) {
        Optional<String> file = env.find("REDRESS_SMTP_CA");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(file.get());
            try (InputStream stream = Files.newInputStream(path)) {
                if (!CertificateFactory.getInstance("X.509")
                        .generateCertificates(stream)
                        .isEmpty()) {
                    return Optional.of(path);
                }
            }
        } catch (IOException | InvalidPathException | CertificateException e) {
            // told below, as one thing
        }
        problems.add("REDRESS_SMTP_CA must be a readable file of PEM certificates, not '" + file.get() + "'");
        return Optional.empty();
    }

    static RetryTable retries(Env env, String name, List<String> problems) {
        List<Duration> pauses = new ArrayList<>();
        String value = env.optional(name, DEFAULT_RETRIES);
        for (String part : value.split(",", -1)) {
            try {
                pauses.add(Duration.parse(part.strip()));
            } catch (DateTimeParseException e) {
                problems.add(name + " must be ISO 8601 durations such as PT1M,PT5M, not '" + value + "'");
                return new RetryTable(List.of(Duration.ofMinutes(1)));
            }
        }
        if (pauses.size() > MAX_RETRIES || pauses.stream().anyMatch(Duration::isNegative)) {
            problems.add(name + " must hold at most " + MAX_RETRIES + " pauses, none of them negative");
        }
        return new RetryTable(pauses);
    }

    private static <E extends Enum<E>> E choice(
            Env env, String name, Class<E> type, E otherwise, List<String> problems) {
        String value = env.optional(name, otherwise.name());
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(value.toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        problems.add(name + " must be one of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT) + ", not '" + value + "'");
        return otherwise;
    }

    /** Behind the at sign of the sender's address. */
    public String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
