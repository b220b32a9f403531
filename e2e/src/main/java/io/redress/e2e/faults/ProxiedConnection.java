package io.redress.e2e.faults;

import io.redress.e2e.faults.Fault.HalfOpen;
import io.redress.e2e.faults.Fault.Latency;
import io.redress.e2e.faults.Fault.Refuse;
import io.redress.e2e.faults.Fault.Reset;
import io.redress.e2e.faults.Fault.Trickle;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Random;

/**
 * A client's connection and the one to the server behind it, which is opened when something may go through. A reset of
 * one end resets the other at once. Used by the proxy's thread only.
 */
final class ProxiedConnection {

    private final long number;
    private final InetSocketAddress server;
    private final SocketChannel client;
    private final SocketChannel upstream;
    private final SelectionKey clientKey;
    private final SelectionKey upstreamKey;
    private final Flow toServer;
    private final Flow toClient;
    private boolean connecting;
    private boolean limited;
    private long allowance;

    /** @param number 0 for the first connection of a proxy */
    ProxiedConnection(long number, SocketChannel client, InetSocketAddress server, Selector selector, long now)
            throws IOException {
        this.number = number;
        this.server = server;
        this.client = client;
        this.upstream = SocketChannel.open();
        for (SocketChannel end : new SocketChannel[] {client, upstream}) {
            end.configureBlocking(false);
            end.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        this.clientKey = client.register(selector, 0, this);
        this.upstreamKey = upstream.register(selector, 0, this);
        this.toServer = new Flow(client, upstream, now);
        this.toClient = new Flow(upstream, client, now);
    }

    void set(Fault fault, long now) {
        Duration delayToServer = Duration.ZERO;
        Duration delayToClient = Duration.ZERO;
        Duration jitter = Duration.ZERO;
        Duration pause = Duration.ZERO;
        long seed = 0;
        limited = false;
        if (fault instanceof Latency latency) {
            delayToServer = latency.toServer();
            delayToClient = latency.toClient();
            jitter = latency.jitter();
            seed = latency.seed() + 2 * number;
        } else if (fault instanceof Trickle trickle) {
            pause = trickle.pause();
        } else if (fault instanceof Reset reset) {
            limited = true;
            allowance = reset.afterBytes();
        } else if (fault instanceof Refuse) {
            limited = true;
            allowance = 0;
        }
        boolean held = fault instanceof HalfOpen;
        toServer.set(held, delayToServer, jitter, new Random(seed), pause, now);
        toClient.set(held, delayToClient, jitter, new Random(seed + 1), pause, now);
    }

    /** Does what can be done now: reads, writes, connects, resets, and says what it waits for. */
    void proceed(ByteBuffer buffer, long now) {
        if (!open()) {
            // Its other end, ready in the same round, has closed it.
            return;
        }
        try {
            if (!limited || allowance > 0) {
                connect();
                receive(buffer, now);
                pass(now);
            }
            if (limited && allowance == 0) {
                reset();
            } else if (toServer.finished() && toClient.finished()) {
                close();
            } else {
                await();
            }
        } catch (IOException e) {
            reset();
        }
    }

    private void connect() throws IOException {
        if (upstream.isConnected()) {
            return;
        }
        if (connecting) {
            connecting = !(upstreamKey.isConnectable() && upstream.finishConnect());
        } else if (toServer.wantsToRead()) {
            connecting = !upstream.connect(server);
        }
    }

    private void receive(ByteBuffer buffer, long now) throws IOException {
        if (clientKey.isReadable() && toServer.wantsToRead()) {
            toServer.read(buffer, now);
        }
        if (upstream.isConnected() && upstreamKey.isReadable() && toClient.wantsToRead()) {
            toClient.read(buffer, now);
        }
        if (clientKey.isWritable()) {
            toClient.writable();
        }
        if (upstreamKey.isWritable()) {
            toServer.writable();
        }
    }

    private void pass(long now) throws IOException {
        if (upstream.isConnected()) {
            allowance -= toServer.pass(limited ? allowance : Long.MAX_VALUE, now);
            allowance -= toClient.pass(limited ? allowance : Long.MAX_VALUE, now);
        }
    }

    private void await() {
        boolean connected = upstream.isConnected();
        clientKey.interestOps((toServer.wantsToRead() && connected ? SelectionKey.OP_READ : 0)
                | (toClient.wantsToWrite() ? SelectionKey.OP_WRITE : 0));
        upstreamKey.interestOps(
                connected
                        ? (toClient.wantsToRead() ? SelectionKey.OP_READ : 0)
                                | (toServer.wantsToWrite() ? SelectionKey.OP_WRITE : 0)
                        : connecting ? SelectionKey.OP_CONNECT : 0);
    }

    /** When it has to proceed although nothing comes, {@link Flow#NEVER} if it need not. */
    long nextNanos() {
        return upstream.isConnected() ? Math.min(toServer.nextNanos(), toClient.nextNanos()) : Flow.NEVER;
    }

    boolean open() {
        return client.isOpen();
    }

    /** Both ends see a reset. */
    void reset() {
        for (SocketChannel end : new SocketChannel[] {client, upstream}) {
            try (end) {
                end.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // It is closed or broken already.
                continue;
            }
        }
    }

    private void close() throws IOException {
        client.close();
        upstream.close();
    }
}
