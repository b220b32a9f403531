package io.redress.kit.command;

import java.util.Arrays;

/**
 * Where an aggregate's history stands: three columns of its row.
 *
 * @param version grows by one with each command; the ETag
 * @param sequence number of its last event, gapless from 1
 * @param chainHead hash of its last history row (SHA-256, 32 bytes); 32 zero bytes before the first
 */
public record Revision(long version, long sequence, byte[] chainHead) {

    private static final int HASH_BYTES = 32;

    /** Before the first event. */
    public static final Revision NEW = new Revision(0, 0, new byte[HASH_BYTES]);

    @Override
    public boolean equals(Object other) {
        return other instanceof Revision that
                && version == that.version
                && sequence == that.sequence
                && Arrays.equals(chainHead, that.chainHead);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(version) * 31 + Long.hashCode(sequence);
    }

    @Override
    public String toString() {
        return "Revision[" + version + ", " + sequence + "]";
    }
}
