package io.redress.kit.messaging;

/** The stored offset is another one: somebody else reads this partition now, or the database was restored. */
final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Fenced() {
        super("the stored offset is not the expected one", null, false, false);
    }

    static void unless(boolean expected) {
        if (!expected) {
            throw new Fenced();
        }
    }
}
