package io.redress.notifications;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.redress.infra.FreePorts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** A real SMTP server which can be told what to answer to RCPT for a recipient, and can be away. */
final class MailServer implements AutoCloseable {
    private final int port = FreePorts.next();
    private final Map<String, Queue<String>> answers = new ConcurrentHashMap<>();
    private final Picky server = new Picky();

    int port() {
        return port;
    }

    MailServer start() {
        server.start();
        return this;
    }

    /** Answers RCPT for this address so, once for each; after that it takes mail. */
    void answer(String address, String... replies) {
        answers.put(address, new ArrayDeque<>(List.of(replies)));
    }

    /** What was taken for this address. */
    List<MimeMessage> mails(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> goesTo(mail, address))
                .toList();
    }

    private static boolean goesTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Picky extends GreenMail {
        Picky() {
            super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            return new ConcurrentHashMap<>(Map.of(setups[0].getProtocol(), new PickyServer(setups[0], managers)));
        }
    }

    private final class PickyServer extends SmtpServer {
        PickyServer(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket socket) {
            SmtpManager manager = new SmtpManager(managers.getImapHostManager(), managers.getUserManager()) {
                @Override
                public String checkRecipient(SmtpState state, MailAddress recipient) {
                    Queue<String> replies = answers.get(recipient.getEmail());
                    return replies == null ? null : replies.poll();
                }
            };
            return new SmtpHandler(new SmtpCommandRegistry(), manager, socket);
        }
    }
}
