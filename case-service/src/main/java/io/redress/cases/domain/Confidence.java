package io.redress.cases.domain;

/**
 * What one person has to do with what the merchant's side and the case's advocate keep to themselves: their messages, and
 * the brief before it is filed. An advocate who has handed the case over has nothing to do with it any more.
 */
public enum Confidence {
    /** The merchant's side, or the case's advocate. */
    PARTY,
    /** Reads it to oversee, which is written down. */
    OVERSEER,
    /** Does not learn that there is anything. */
    OUTSIDER;

    private static final String OVERSIGHT = "integrity";

    public static Confidence of(CaseFile file, Actor viewer) {
        if (viewer.ofMerchantSide() || file.people().advocate(viewer.id())) {
            return PARTY;
        }
        boolean adjudicates =
                viewer.roles().contains("adjudicator") || file.people().adjudicator(viewer.id());
        boolean answers = CaseAdmission.respondent(file, viewer).isEmpty();
        boolean oversees = viewer.roles().contains(OVERSIGHT)
                && !adjudicates
                && !answers
                && !CaseAdmission.concerned(file, viewer);
        return oversees ? OVERSEER : OUTSIDER;
    }

    public boolean reads() {
        return this != OUTSIDER;
    }
}
