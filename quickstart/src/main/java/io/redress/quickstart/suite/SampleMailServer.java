package io.redress.quickstart.suite;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real SMTP server for every recipient, on the loopback interface: what it has taken has arrived. Mails are kept in
 * memory until the suite stops, or there are more than 5,000: then all of them are forgotten. Its methods block.
 */
final class SampleMailServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SampleMailServer.class);
    private static final int MOST = 5_000;
    private static final int LOOK_SECONDS = 5;

    private final GreenMail server;
    private final int most;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "sample-mail");
        thread.setDaemon(true);
        return thread;
    });

    SampleMailServer(int port) {
        this(port, MOST);
    }

    SampleMailServer(int port, int most) {
        this.most = most;
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** @throws IllegalStateException if the port is taken */
    void start() {
        server.start();
        looking.scheduleWithFixedDelay(this::forgetIfTooMany, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    void forgetIfTooMany() {
        int kept = server.getReceivedMessages().length;
        if (kept > most) {
            purge();
            LOG.info("the sample mail server has forgotten {} mails", kept);
        }
    }

    private void purge() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("mails cannot be forgotten", e);
        }
    }

    /** The mails to this address, or to anybody. */
    JsonArray taken(Optional<String> to) {
        JsonArray mails = new JsonArray();
        for (MimeMessage message : server.getReceivedMessages()) {
            JsonObject mail = read(message);
            if (to.isEmpty() || mail.getJsonArray("to").contains(to.get())) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static JsonObject read(MimeMessage message) {
        try {
            JsonArray to = new JsonArray();
            Address[] recipients = message.getAllRecipients();
            if (recipients != null) {
                Arrays.stream(recipients).map(Address::toString).forEach(to::add);
            }
            return new JsonObject()
                    .put("to", to)
                    .put("messageId", message.getMessageID())
                    .put("language", message.getHeader("Content-Language", ","))
                    .put("subject", message.getSubject())
                    .put("text", text(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail cannot be read", e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart parts
                ? text(parts.getBodyPart(0))
                : String.valueOf(part.getContent());
    }

    @Override
    public void close() {
        looking.shutdownNow();
        server.stop();
    }
}
