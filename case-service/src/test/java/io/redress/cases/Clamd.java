package io.redress.cases;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers as clamd does on its socket: the command up to its null byte, then parts with four bytes of length before each,
 * up to a length of nothing. What it holds for infected is a file with {@code VIRUS} in it.
 */
final class Clamd implements AutoCloseable {

    private final ServerSocket server;
    private volatile boolean silent;

    Clamd() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** From now on it ends every conversation without an answer, or no more. */
    void silent(boolean says) {
        silent = says;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // the conversation has ended; the next one may go better
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        StringBuilder command = new StringBuilder();
        for (int read = in.read(); read > 0; read = in.read()) {
            command.append((char) read);
        }
        StringBuilder content = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        if (silent) {
            return;
        }
        String verdict = !command.toString().equals("zINSTREAM")
                ? "UNKNOWN COMMAND"
                : content.indexOf("VIRUS") >= 0 ? "stream: Test-Signature FOUND" : "stream: OK";
        socket.getOutputStream().write((verdict + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
