package io.redress.kit.messaging;

/** One of {@code of} equal parts of an outbox by hash of the key, counted from 0. */
record Shard(int number, int of) {

    static final Shard ALL = new Shard(0, 1);

    Shard {
        if (of < 1 || number < 0 || number >= of) {
            throw new IllegalArgumentException("no such shard: " + number + " of " + of);
        }
    }
}
