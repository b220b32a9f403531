package io.redress.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds TCP ports that are free on the loopback interface at the time of asking; nobody reserves them. */
public final class FreePorts {
    private FreePorts() {}

    /** The wanted port, or a free one if 0 is wanted. */
    public static int orFree(int wantedPort) {
        return wantedPort == 0 ? next() : wantedPort;
    }

    /** A port that was free a moment ago. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }
}
