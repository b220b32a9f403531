package io.redress.kit.pg;

/** A version-guarded write found another version: the transaction is rolled back and the command decided again. */
public final class GuardMissed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GuardMissed() {
        super("a guarded row has another version", null, false, false);
    }
}
