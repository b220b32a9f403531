package io.redress.e2e.faults;

import io.redress.infra.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stands between the clients of one TCP server and that server, on the loopback interface, and does a {@link Fault} to
 * them that can be changed at any time.
 *
 * <p>Guarantees: bytes are passed on in order, none is lost or made up; when a change of fault returns, it is in force;
 * at most {@value Flow#LIMIT} bytes wait in each direction of a connection, then the sender is held back. Limits: a
 * reset of one end reaches the other at once and overtakes what is delayed; a client that goes away from a half-open
 * connection is noticed when another fault is set. One thread for each proxy; all methods may be called from any.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final int BUFFER = 16 * 1024;

    private final InetSocketAddress address;
    private final InetSocketAddress server;
    private final Selector selector;
    private final Thread thread;
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<ProxiedConnection> connections = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private ServerSocketChannel listening;
    private Fault forNew = Fault.CLEAN;
    private long accepted;
    private boolean closed;
    private volatile int open;

    private record Order(Runnable change, CompletableFuture<Void> done) {}

    private FaultProxy(InetSocketAddress address, InetSocketAddress server) throws IOException {
        this.address = address;
        this.server = server;
        this.selector = Selector.open();
        try {
            listen();
        } catch (IOException e) {
            selector.close();
            throw e;
        }
        this.thread = new Thread(this::run, "fault-proxy-" + address.getPort());
        this.thread.setDaemon(true);
    }

    /**
     * A clean proxy that listens.
     *
     * @param port on 127.0.0.1, 0 for a free one
     * @param server need not be there yet
     * @throws UncheckedIOException if the port is taken
     */
    public static FaultProxy start(int port, InetSocketAddress server) {
        try {
            FaultProxy proxy = new FaultProxy(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.orFree(port)), server);
            proxy.thread.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no proxy for " + server, e);
        }
    }

    public int port() {
        return address.getPort();
    }

    /** Connections that are open, half-open ones included. */
    public int connections() {
        return open;
    }

    /** For present connections and new ones. */
    public void set(Fault fault) {
        order(() -> {
            setForNew(fault);
            setForPresent(fault);
        });
    }

    /** Present connections stay as they are. */
    public void setForNewConnections(Fault fault) {
        order(() -> setForNew(fault));
    }

    /** New connections go on as before. */
    public void setForPresentConnections(Fault fault) {
        order(() -> setForPresent(fault));
    }

    /** Closes every connection with a reset, and the port. */
    @Override
    public void close() {
        order(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the proxy's own thread do something, and waits for it. Once closed there is nothing to be done any more. */
    private void order(Runnable change) {
        Order order = new Order(change, new CompletableFuture<>());
        orders.add(order);
        selector.wakeup();
        CompletableFuture.anyOf(order.done(), ended).join();
    }

    private void setForNew(Fault fault) {
        forNew = fault;
        try {
            if (fault instanceof Fault.Refuse) {
                listening.close();
                // A registered socket is let go of by the next selection only.
                selector.selectNow(ignored -> {});
            } else if (!listening.isOpen()) {
                listen();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setForPresent(Fault fault) {
        long now = System.nanoTime();
        for (ProxiedConnection connection : connections) {
            connection.set(fault, now);
            connection.proceed(buffer, now);
        }
        forgetClosed();
    }

    private void listen() throws IOException {
        listening = ServerSocketChannel.open();
        try {
            listening.bind(address, BACKLOG);
            listening.configureBlocking(false);
            listening.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            listening.close();
            throw e;
        }
    }

    private void run() {
        try {
            while (!closed) {
                boolean[] coming = {false};
                select(key -> {
                    if (key.attachment() instanceof ProxiedConnection connection) {
                        connection.proceed(buffer, System.nanoTime());
                    } else {
                        coming[0] = true;
                    }
                });
                obey();
                if (coming[0]) {
                    accept();
                }
                long now = System.nanoTime();
                connections.stream()
                        .filter(connection -> connection.nextNanos() <= now)
                        .forEach(connection -> connection.proceed(buffer, now));
                forgetClosed();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy for " + server + " broke", e);
        } finally {
            end();
        }
    }

    private void select(Consumer<SelectionKey> ready) throws IOException {
        long next = connections.stream()
                .mapToLong(ProxiedConnection::nextNanos)
                .min()
                .orElse(Flow.NEVER);
        if (next == Flow.NEVER) {
            selector.select(ready);
            return;
        }
        long nanos = next - System.nanoTime();
        if (nanos <= 0) {
            selector.selectNow(ready);
        } else {
            selector.select(ready, TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
        }
    }

    private void obey() {
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            try {
                order.change().run();
                order.done().complete(null);
            } catch (RuntimeException e) {
                order.done().completeExceptionally(e);
            }
        }
    }

    private void accept() throws IOException {
        while (listening.isOpen()) {
            SocketChannel client = listening.accept();
            if (client == null) {
                return;
            }
            long now = System.nanoTime();
            ProxiedConnection connection = new ProxiedConnection(accepted++, client, server, selector, now);
            connections.add(connection);
            connection.set(forNew, now);
            connection.proceed(buffer, now);
        }
    }

    private void forgetClosed() {
        connections.removeIf(connection -> !connection.open());
        open = connections.size();
    }

    private void end() {
        connections.forEach(ProxiedConnection::reset);
        forgetClosed();
        try {
            listening.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ended.complete(null);
        }
    }
}
