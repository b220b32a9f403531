package io.redress.kit.ops;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;

/** Why an operator's wish about a dead letter is refused. */
public enum DeadLetterRefusal implements RefusalCode {
    /** It is closed already. */
    ILLEGAL_TRANSITION(RefusalKind.STATE);

    private final RefusalKind kind;

    DeadLetterRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
