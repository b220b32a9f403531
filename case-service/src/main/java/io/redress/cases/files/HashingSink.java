package io.redress.cases.files;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes on, counts and hashes what comes, and fails as soon as it is too much. */
final class HashingSink implements WriteStream<Buffer> {

    /** There is more than there may be. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("too large", null, false, false);
        }
    }

    private final WriteStream<Buffer> file;
    private final long most;
    private final MessageDigest digest;
    private long bytes;
    private boolean over;

    HashingSink(WriteStream<Buffer> file, long most) {
        this.file = file;
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    long bytes() {
        return bytes;
    }

    /** The file is being closed: it takes no more, and nobody waits for room in it. */
    void over() {
        over = true;
    }

    /** Of everything that was written; to be called once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Future<Void> write(Buffer part) {
        bytes += part.length();
        if (bytes > most) {
            return Future.failedFuture(new TooLarge());
        }
        digest.update(part.getBytes());
        return file.write(part);
    }

    @Override
    public Future<Void> end() {
        return Future.succeededFuture();
    }

    @Override
    public boolean writeQueueFull() {
        // what comes after too much is not written, and the file may be closed
        return bytes <= most && file.writeQueueFull();
    }

    @Override
    public HashingSink setWriteQueueMaxSize(int size) {
        file.setWriteQueueMaxSize(size);
        return this;
    }

    @Override
    public HashingSink drainHandler(Handler<Void> handler) {
        if (!over) {
            file.drainHandler(handler);
        }
        return this;
    }

    @Override
    public HashingSink exceptionHandler(Handler<Throwable> handler) {
        if (!over) {
            file.exceptionHandler(handler);
        }
        return this;
    }
}
