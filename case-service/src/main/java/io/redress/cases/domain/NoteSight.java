package io.redress.cases.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose notes on a case one person reads, and for whom he writes. A side reads its own: the advocate's are closed to
 * whoever answers or decides, and theirs to her. Integrity reads all, unless it has a part in the case, and writes none.
 */
public record NoteSight(Set<NoteSide> reads, Optional<NoteSide> writes) {

    public NoteSight {
        reads = Set.copyOf(reads);
    }

    public static NoteSight of(CaseFile file, Actor viewer) {
        if (viewer.ofMerchantSide()) {
            return new NoteSight(Set.of(), Optional.empty());
        }
        if (file.people().advocate(viewer.id())) {
            return own(NoteSide.ADVOCACY);
        }
        if (CaseAdmission.respondent(file, viewer).isEmpty()) {
            return own(NoteSide.DEPARTMENT);
        }
        if (CaseAdmission.concerned(file, viewer)) {
            return new NoteSight(Set.of(), Optional.empty());
        }
        if (viewer.roles().contains("adjudicator")) {
            return own(NoteSide.ADJUDICATION);
        }
        return viewer.roles().contains("integrity")
                ? new NoteSight(EnumSet.allOf(NoteSide.class), Optional.empty())
                : new NoteSight(Set.of(), Optional.empty());
    }

    private static NoteSight own(NoteSide side) {
        return new NoteSight(Set.of(side), Optional.of(side));
    }
}
