package io.redress.penalties.domain.penalty;

/** A thing an act was about. */
public record ObjectRef(Type type, String id) {

    /** What kind of thing. */
    public enum Type {
        LISTING,
        ORDER,
        SHOP
    }
}
