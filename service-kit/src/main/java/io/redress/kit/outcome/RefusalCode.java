package io.redress.kit.outcome;

import java.util.Locale;

/** A refusal that a caller can act on; each service lists its own in one enum. */
public interface RefusalCode {

    /** The enum constant's name, for example {@code OWN_CAUSE}. */
    String name();

    /** What kind of refusal this is. */
    RefusalKind kind();

    /** The code as partners see it, for example {@code own-cause}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
