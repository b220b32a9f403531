package io.redress.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.e2e.faults.Fault.Latency;
import io.redress.e2e.faults.Fault.Reset;
import io.redress.e2e.faults.Fault.Trickle;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both ends are this test's own sockets: a client that came through the proxy, and the server's side of it. */
class FaultProxyTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final int LIMIT_MILLIS = 30_000;
    private static final int NOTHING_MILLIS = 300;

    private final List<Socket> sockets = new ArrayList<>();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private ServerSocket server;
    private FaultProxy proxy;

    private record Ends(Socket client, Socket server) {
        void sendToServer(int... bytes) throws IOException {
            client.getOutputStream().write(bytesOf(bytes));
        }

        void sendToClient(int... bytes) throws IOException {
            server.getOutputStream().write(bytesOf(bytes));
        }

        byte[] readAtServer(int count) throws IOException {
            return server.getInputStream().readNBytes(count);
        }

        byte[] readAtClient(int count) throws IOException {
            return client.getInputStream().readNBytes(count);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(LIMIT_MILLIS);
        proxy = FaultProxy.start(0, (InetSocketAddress) server.getLocalSocketAddress());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
        background.shutdownNow();
    }

    @Test
    void a_clean_proxy_passes_bytes_on_both_ways() throws Exception {
        Ends ends = connected();

        ends.sendToServer(1, 2, 3);
        ends.sendToClient(4, 5);

        assertThat(ends.readAtServer(3)).containsExactly(1, 2, 3);
        assertThat(ends.readAtClient(2)).containsExactly(4, 5);
    }

    @Test
    void much_goes_both_ways_at_once_and_none_is_lost() throws Exception {
        Ends ends = connected();
        byte[] up = random(8_000_000, 1);
        byte[] down = random(8_000_000, 2);

        Future<?> sentUp = sending(ends.client(), up);
        Future<?> sentDown = sending(ends.server(), down);
        Future<byte[]> received = background.submit(() -> ends.readAtServer(up.length));

        assertThat(ends.readAtClient(down.length)).isEqualTo(down);
        assertThat(received.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(up);
        sentUp.get();
        sentDown.get();
    }

    @Test
    void a_sender_whose_receiver_does_not_read_is_held_back() throws Exception {
        Ends ends = connected();
        byte[] much = random(64_000_000, 3);

        Future<?> sent = sending(ends.client(), much);

        assertThatThrownBy(() -> sent.get(1, TimeUnit.SECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        assertThat(ends.readAtServer(much.length)).isEqualTo(much);
        sent.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Test
    void the_end_of_one_direction_is_passed_on_and_the_other_goes_on() throws Exception {
        Ends ends = connected();

        ends.sendToServer(7);
        ends.client().shutdownOutput();

        assertThat(ends.server().getInputStream().readAllBytes()).containsExactly(7);
        ends.sendToClient(8);
        assertThat(ends.readAtClient(1)).containsExactly(8);
        assertThat(proxy.connections()).isEqualTo(1);
        ends.server().close();
        assertThat(ends.client().getInputStream().read()).isEqualTo(-1);
        await().atMost(Duration.ofSeconds(30)).until(() -> proxy.connections() == 0);
    }

    @Test
    void a_reset_of_one_end_reaches_the_other() throws Exception {
        Ends ends = connected();

        ends.server().setSoLinger(true, 0);
        ends.server().close();

        assertReset(ends.client());
    }

    @Test
    void latency_delays_the_direction_it_is_set_for_and_the_other_not() throws Exception {
        proxy.set(new Latency(Duration.ZERO, LONG, Duration.ZERO, 1));
        Ends ends = connected();

        ends.sendToServer(1);
        ends.sendToClient(2);

        assertThat(ends.readAtServer(1)).containsExactly(1);
        assertNothing(ends.client());
    }

    @Test
    void what_is_delayed_comes_in_order_when_the_delay_is_lifted() throws Exception {
        proxy.set(new Latency(LONG, Duration.ZERO, Duration.ZERO, 1));
        Ends ends = connected();
        ends.sendToServer(1, 2);
        ends.client().shutdownOutput();
        assertNothing(ends.server());

        proxy.set(Fault.CLEAN);

        assertThat(ends.server().getInputStream().readAllBytes()).containsExactly(1, 2);
    }

    @Test
    void nothing_comes_before_its_delay() throws Exception {
        proxy.set(new Latency(Duration.ofMillis(60), Duration.ofMillis(40), Duration.ZERO, 1));
        Ends ends = connected();

        long before = System.nanoTime();
        ends.sendToServer(1);
        ends.readAtServer(1);
        ends.sendToClient(2);
        ends.readAtClient(1);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void jitter_never_changes_the_order() throws Exception {
        proxy.set(new Latency(Duration.ofMillis(5), Duration.ZERO, Duration.ofMillis(5), 42));
        Ends ends = connected();
        byte[] expected = new byte[100];

        for (int number = 0; number < expected.length; number++) {
            expected[number] = (byte) number;
            ends.sendToServer(number);
        }

        assertThat(ends.readAtServer(expected.length)).isEqualTo(expected);
    }

    @Test
    void a_half_open_connection_is_made_and_nothing_comes_through() throws Exception {
        proxy.set(Fault.HALF_OPEN);

        Socket client = connect();
        client.getOutputStream().write(1);

        assertNothing(client);
        server.setSoTimeout(NOTHING_MILLIS);
        assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_connection_made_half_open_tells_neither_end_of_the_others_going() throws Exception {
        Ends ends = connected();

        proxy.set(Fault.HALF_OPEN);
        ends.sendToClient(1);
        ends.server().close();

        assertNothing(ends.client());
        ends.sendToServer(2);
        assertNothing(ends.client());
    }

    @Test
    void a_half_open_connection_that_is_mended_goes_on_where_it_was() throws Exception {
        proxy.set(Fault.HALF_OPEN);
        Socket client = connect();
        client.getOutputStream().write(1);
        assertNothing(client);

        proxy.set(Fault.CLEAN);

        Ends ends = new Ends(client, accepted());
        assertThat(ends.readAtServer(1)).containsExactly(1);
        ends.sendToClient(2);
        assertThat(ends.readAtClient(1)).containsExactly(2);
    }

    @Test
    void present_connections_are_reset_at_both_ends_and_new_ones_work() throws Exception {
        Ends present = connected();

        proxy.setForPresentConnections(Fault.RESET);

        assertReset(present.client());
        assertReset(present.server());
        assertThat(proxy.connections()).isZero();
        Ends another = connected();
        another.sendToServer(1);
        assertThat(another.readAtServer(1)).containsExactly(1);
    }

    @Test
    void new_connections_are_reset_and_present_ones_go_on() throws Exception {
        Ends present = connected();

        proxy.setForNewConnections(Fault.RESET);

        assertReset(connect());
        present.sendToServer(1);
        assertThat(present.readAtServer(1)).containsExactly(1);
    }

    @Test
    void a_reset_after_some_bytes_lets_exactly_those_through() throws Exception {
        Ends ends = connected();

        proxy.set(new Reset(5));
        ends.sendToServer(1, 2, 3);
        assertThat(ends.readAtServer(3)).containsExactly(1, 2, 3);
        ends.sendToClient(4, 5, 6, 7);

        assertThat(ends.readAtClient(2)).containsExactly(4, 5);
        assertReset(ends.client());
        assertReset(ends.server());
    }

    @Test
    void a_trickle_lets_one_byte_through_until_its_pause_is_over() throws Exception {
        proxy.set(new Trickle(LONG));
        Ends ends = connected();

        ends.sendToServer(1, 2, 3);
        ends.sendToClient(4, 5);

        assertThat(ends.readAtServer(1)).containsExactly(1);
        assertThat(ends.readAtClient(1)).containsExactly(4);
        assertNothing(ends.server());
        assertNothing(ends.client());
    }

    @Test
    void a_trickle_passes_all_on_in_the_end() throws Exception {
        proxy.set(new Trickle(Duration.ofMillis(5)));
        Ends ends = connected();

        ends.sendToServer(1, 2, 3, 4, 5, 6, 7, 8);
        ends.client().shutdownOutput();

        assertThat(ends.server().getInputStream().readAllBytes()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_refusing_proxy_does_not_listen_until_it_is_mended() throws Exception {
        Ends present = connected();

        proxy.set(Fault.REFUSE);

        assertReset(present.client());
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        proxy.set(Fault.CLEAN);
        Ends again = connected();
        again.sendToServer(1);
        assertThat(again.readAtServer(1)).containsExactly(1);
    }

    @Test
    void a_client_is_reset_when_the_server_is_not_there() throws Exception {
        server.close();

        assertReset(connect());
    }

    @Test
    void closing_resets_the_connections_and_frees_the_port() throws Exception {
        Ends ends = connected();

        proxy.close();

        assertReset(ends.client());
        assertReset(ends.server());
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        proxy.set(Fault.CLEAN);
        try (ServerSocket free = new ServerSocket(proxy.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }
    }

    private Ends connected() throws IOException {
        Socket client = connect();
        return new Ends(client, accepted());
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        sockets.add(client);
        client.setSoTimeout(LIMIT_MILLIS);
        return client;
    }

    private Socket accepted() throws IOException {
        Socket accepted = server.accept();
        sockets.add(accepted);
        accepted.setSoTimeout(LIMIT_MILLIS);
        return accepted;
    }

    private Future<?> sending(Socket socket, byte[] bytes) {
        return background.submit(() -> {
            socket.getOutputStream().write(bytes);
            return null;
        });
    }

    private static void assertNothing(Socket socket) throws IOException {
        socket.setSoTimeout(NOTHING_MILLIS);
        InputStream in = socket.getInputStream();
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(LIMIT_MILLIS);
    }

    private static void assertReset(Socket socket) {
        assertThatThrownBy(() -> socket.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    private static byte[] random(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytesOf(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }
}
