package io.redress.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds TCP ports that are free on the loopback interface. They lie below the range from which systems take the ports of
 * outgoing connections, so that none of those gets in between asking and listening; a process is given none twice.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    /** What is behind them is for who wants ports of his own choice; outgoing connections begin at 32,768 or above. */
    private static final int COUNT = 8_000;

    /** Processes that start together begin at different places. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 199 % COUNT));

    private FreePorts() {}

    /** The wanted port, or a free one if 0 is wanted. */
    public static int orFree(int wantedPort) {
        return wantedPort == 0 ? next() : wantedPort;
    }

    /**
     * A port that was free a moment ago.
     *
     * @throws IllegalStateException if there is none
     */
    public static int next() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on the loopback interface");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
