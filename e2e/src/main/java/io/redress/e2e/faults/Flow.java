package io.redress.e2e.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * One direction of a connection: what was read at one end and has not been written at the other, in order, at most
 * {@link #LIMIT} bytes and one buffer. The end of the sender's stream is passed on behind its last byte.
 */
final class Flow {

    static final int LIMIT = 256 * 1024;
    static final long NEVER = Long.MAX_VALUE;

    private record Piece(ByteBuffer bytes, long dueNanos, boolean end) {}

    private final SocketChannel from;
    private final SocketChannel to;
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean ended;
    private boolean finished;
    private boolean blocked;
    private boolean held;
    private long delayNanos;
    private long jitterNanos;
    private long pauseNanos;
    private Random random = new Random(0);
    private long lastDueNanos;
    private long nextByteNanos;

    /** @param now is a {@link System#nanoTime()}, as all instants here are */
    Flow(SocketChannel from, SocketChannel to, long now) {
        this.from = from;
        this.to = to;
        this.lastDueNanos = now;
        this.nextByteNanos = now;
    }

    /** How it is from now on. What was delayed until now is due at once. */
    void set(boolean held, Duration delay, Duration jitter, Random random, Duration pause, long now) {
        this.held = held;
        this.delayNanos = delay.toNanos();
        this.jitterNanos = jitter.toNanos();
        this.random = random;
        this.pauseNanos = pause.toNanos();
        this.lastDueNanos = now;
        this.nextByteNanos = now;
        Deque<Piece> delayed = new ArrayDeque<>(waiting);
        waiting.clear();
        delayed.forEach(piece -> waiting.add(new Piece(piece.bytes(), now, piece.end())));
    }

    boolean wantsToRead() {
        return !held && !ended && waitingBytes < LIMIT;
    }

    boolean wantsToWrite() {
        return !held && blocked;
    }

    /** Its end has been passed on. */
    boolean finished() {
        return finished;
    }

    /** Takes what has come, by way of an empty buffer. */
    void read(ByteBuffer buffer, long now) throws IOException {
        int count = from.read(buffer);
        ended = count < 0;
        if (count != 0) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.max(0, count));
            bytes.put(buffer.flip()).flip();
            waiting.add(new Piece(bytes, due(now), ended));
            waitingBytes += bytes.remaining();
        }
        buffer.clear();
    }

    /** Never before a piece that came earlier. */
    private long due(long now) {
        long jitter = jitterNanos == 0 ? 0 : random.nextLong(-jitterNanos, jitterNanos + 1);
        lastDueNanos = Math.max(lastDueNanos, now + Math.max(0, delayNanos + jitter));
        return lastDueNanos;
    }

    void writable() {
        blocked = false;
    }

    /**
     * Writes what is due.
     *
     * @param most bytes that may be written
     * @return bytes written
     */
    long pass(long most, long now) throws IOException {
        long passed = 0;
        while (nextNanos() <= now && passed < most) {
            Piece piece = waiting.element();
            if (piece.end()) {
                to.shutdownOutput();
                finished = true;
                waiting.remove();
                break;
            }
            int wanted = (int) Math.min(pauseNanos > 0 ? 1 : piece.bytes().remaining(), most - passed);
            ByteBuffer slice = piece.bytes().slice(piece.bytes().position(), wanted);
            int written = to.write(slice);
            piece.bytes().position(piece.bytes().position() + written);
            waitingBytes -= written;
            passed += written;
            nextByteNanos = now + pauseNanos;
            blocked = written < wanted;
            if (!piece.bytes().hasRemaining()) {
                waiting.remove();
            }
        }
        return passed;
    }

    /** When there is something to be written, {@link #NEVER} as long as nothing changes. */
    long nextNanos() {
        if (held || blocked || waiting.isEmpty()) {
            return NEVER;
        }
        return Math.max(waiting.element().dueNanos(), nextByteNanos);
    }
}
