package io.redress.notifications.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.redress.kit.resilience.PeerUnavailable;
import io.redress.notifications.app.Carrier;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Mail;
import io.redress.notifications.domain.MailComposer;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.SendResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Set;

/**
 * E-mail over SMTP. A server's answer is a result, good or bad; only a server that cannot be talked to is a failure,
 * and after some of those the breaker lets no attempt through for a while.
 */
public final class SmtpCarrier implements Carrier {
    /** How many mails are on their way at once. */
    public static final int CONCURRENT = 4;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int IDLE_SECONDS = 30;
    private static final GuardConfig LIMITS = new GuardConfig(30_000, 30_000, CONCURRENT, 1, 6, 5_000);

    /**
     * Replies for good that say something about us and not about the address: commands, login, refusal of service. They
     * are tried again, for an operator can mend their cause.
     */
    private static final Set<Integer> ABOUT_US = Set.of(500, 501, 502, 503, 504, 530, 534, 535, 538);

    private final MailClient client;
    private final SmtpConfig config;
    private final MailComposer composer;
    private final Guard guard;

    public SmtpCarrier(Vertx vertx, SmtpConfig config, MailComposer composer, MeterRegistry metrics) {
        this.config = config;
        this.composer = composer;
        this.guard = new Guard(vertx, "smtp", LIMITS, metrics);
        // The server's name is compared with its certificate's because no algorithm is set here: the client sets HTTPS
        // itself when it finds none, and takes one that it finds away.
        MailConfig mail = new MailConfig(config.host(), config.port())
                .setStarttls(
                        config.tls() == SmtpConfig.Tls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setSsl(config.tls() == SmtpConfig.Tls.SSL)
                .setLogin(config.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setOwnHostname(config.domain())
                .setUserAgent("redress")
                .setMaxPoolSize(CONCURRENT)
                .setKeepAlive(false);
        mail.setConnectTimeout(CONNECT_MILLIS);
        mail.setIdleTimeout(IDLE_SECONDS);
        config.ca().ifPresent(file -> mail.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        config.user().ifPresent(user -> mail.setUsername(user)
                .setPassword(config.password().value()));
        this.client = MailClient.create(vertx, mail);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean takenIsAccepted() {
        return config.acceptance() == SmtpConfig.Acceptance.RECIPIENT;
    }

    @Override
    public Future<SendResult> send(Notice notice, String address) {
        if (!MailComposer.isAddress(address)) {
            return Future.succeededFuture(new SendResult.Refused("this is no e-mail address"));
        }
        Mail mail = composer.compose(notice, address);
        return guard.call(() -> attempt(mail))
                .recover(failure -> failure instanceof PeerUnavailable
                        ? Future.succeededFuture(new SendResult.Unreachable(String.valueOf(failure.getCause())))
                        : Future.failedFuture(failure));
    }

    @Override
    public Future<Void> close() {
        return client.close();
    }

    private Future<SendResult> attempt(Mail mail) {
        return client.sendMail(message(mail))
                .<SendResult>map(sent -> new SendResult.Taken("250 after DATA, Message-ID <" + mail.messageId() + ">"))
                .recover(failure -> failure instanceof SMTPException reply
                        ? Future.succeededFuture(result(reply))
                        : Future.failedFuture(failure));
    }

    private static SendResult result(SMTPException reply) {
        String words = String.join(" ", reply.getReplyMessages());
        boolean forGood = reply.isPermanent() && !ABOUT_US.contains(reply.getReplyCode());
        return forGood ? new SendResult.Refused(words) : new SendResult.Deferred(words);
    }

    private MailMessage message(Mail mail) {
        return new MailMessage()
                .setFrom(config.from())
                .setTo(mail.to())
                .setSubject(mail.subject())
                .setText(mail.text())
                .setHtml(mail.html())
                .addHeader("Message-ID", "<" + mail.messageId() + ">")
                .addHeader("Content-Language", mail.language())
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
    }
}
