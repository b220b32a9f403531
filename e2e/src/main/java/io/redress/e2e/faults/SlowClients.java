package io.redress.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clients of an HTTP server that send one byte a second each and never read: half of a head, or of a body. */
public final class SlowClients implements AutoCloseable {

    private static final Duration BYTE_EVERY = Duration.ofSeconds(1);
    private static final String HEAD = "GET /v1/notices HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n";
    private static final String BODY =
            "POST /v1/cases HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{";

    private final List<SocketChannel> clients = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private SlowClients() {}

    /** @throws UncheckedIOException if the server takes no connection at all */
    public static SlowClients start(URI server, int connections) {
        SlowClients slow = new SlowClients();
        try {
            for (int i = 0; i < connections; i++) {
                SocketChannel client = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
                client.setOption(StandardSocketOptions.SO_RCVBUF, 1024);
                String begun = i % 2 == 0 ? HEAD : BODY;
                client.write(ByteBuffer.wrap(begun.getBytes(StandardCharsets.US_ASCII)));
                slow.clients.add(client);
            }
        } catch (IOException e) {
            slow.close();
            throw new UncheckedIOException("no slow clients of " + server, e);
        }
        slow.thread.scheduleWithFixedDelay(
                slow::oneByteEach, BYTE_EVERY.toMillis(), BYTE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return slow;
    }

    private void oneByteEach() {
        for (SocketChannel client : clients) {
            try {
                client.write(ByteBuffer.wrap(new byte[] {'x'}));
            } catch (IOException e) {
                // the server has had enough of this one, as it should
                continue;
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        for (SocketChannel client : clients) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
