package io.redress.kit.outcome;

/** Why a command was refused, in terms of the domain; the HTTP edge alone knows which status each kind becomes. */
public enum RefusalKind {
    /** A rule forbids it, whatever the state. */
    RULE,
    /** The state it is in forbids it, or it was done already. */
    STATE,
    /** This person may not do it. */
    FORBIDDEN,
    /** It does not exist, as far as this caller may know. */
    NOT_FOUND
}
