package io.redress.gateway;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes to a socket and what comes back, for requests that no client would send. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 10_000;

    private RawHttp() {}

    /** What came back until the other side closed; {@code closed} is false if it did not. */
    public record Raw(String text, boolean closed) {

        public int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        /** How many answers there were. */
        public long answers() {
            return text.lines().filter(line -> line.contains("HTTP/1.1 ")).count();
        }

        public JsonObject problem() {
            return new JsonObject(text.substring(text.indexOf("{"), text.lastIndexOf("}") + 1));
        }
    }

    /** Lines are to end with CR LF already. */
    public static Raw send(int port, String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Raw read(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8_192];
        try {
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
            return new Raw(text.toString(), true);
        } catch (SocketTimeoutException e) {
            return new Raw(text.toString(), false);
        }
    }
}
