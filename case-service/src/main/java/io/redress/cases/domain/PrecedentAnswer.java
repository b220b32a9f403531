package io.redress.cases.domain;

/** What a draft makes of an earlier ruling. */
public record PrecedentAnswer(String rulingId, Stance stance, BilingualText reasons) {

    /** Whether it is decided alike, or why this case is another. */
    public enum Stance {
        FOLLOWED,
        DISTINGUISHED
    }
}
