package io.redress.cases.domain;

/** Why somebody cannot be the advocate of a case. */
public enum Conflict {
    PROPOSED_PENALTY("proposed the penalty"),
    APPROVED_PENALTY("approved the penalty"),
    ADJUDICATES_CASE("adjudicates the case, has ruled in it, or proposed to reopen it"),
    REPORTING_LINE("is in the reporting line of the penalty's proposer"),
    OWN_SHOP("owns the shop, or is its merchant"),
    FAMILY_SHOP("the shop or the merchant is of the family"),
    FORMER_SHOP("owned the shop, or was its merchant"),
    ACTED_FOR_COMPLAINANT("has acted for somebody who complained about the shop or the merchant"),
    ABSENT("is absent"),
    SAME_ADVOCATE("is the advocate now, or was until the merchant asked for another");

    private final String words;

    Conflict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** True for those parts of one case that different people have to have, in every case. */
    boolean ownCause() {
        return this == PROPOSED_PENALTY || this == APPROVED_PENALTY || this == ADJUDICATES_CASE;
    }

    static Conflict of(Relation relation) {
        return switch (relation) {
            case OWN -> OWN_SHOP;
            case FAMILY -> FAMILY_SHOP;
            case FORMER -> FORMER_SHOP;
            case COMPLAINANT -> ACTED_FOR_COMPLAINANT;
        };
    }
}
