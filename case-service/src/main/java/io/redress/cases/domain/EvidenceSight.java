package io.redress.cases.domain;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which files of a case one person sees. What a side has staged is its own until it is filed: neither the other side nor
 * whoever adjudicates learns that it exists. Hardship stays with the merchant's side and with those who oversee; what was
 * taken back is there for the latter alone.
 *
 * @param staged the sides whose files are seen before they are filed
 * @param hardship whether files about hardship are seen
 * @param removed whether files that were taken back are seen
 */
public record EvidenceSight(Set<Side> staged, boolean hardship, boolean removed) {

    private static final Set<String> OVERSIGHT = Set.of("integrity", "operator");

    public EvidenceSight {
        staged = Set.copyOf(staged);
    }

    public static EvidenceSight of(CaseFile file, Actor viewer) {
        if (viewer.ofMerchantSide() || file.people().advocate(viewer.id())) {
            return new EvidenceSight(Set.of(Side.MERCHANT), true, false);
        }
        boolean adjudicates =
                viewer.roles().contains("adjudicator") || file.people().adjudicator(viewer.id());
        boolean answers = CaseAdmission.respondent(file, viewer).isEmpty();
        if (answers) {
            return new EvidenceSight(Set.of(Side.DEPARTMENT), false, false);
        }
        boolean oversees = viewer.hasAnyOf(OVERSIGHT) && !adjudicates && !CaseAdmission.concerned(file, viewer);
        return oversees
                ? new EvidenceSight(EnumSet.allOf(Side.class), true, true)
                : new EvidenceSight(Set.of(), false, false);
    }

    public boolean sees(EvidenceFile evidence) {
        return (evidence.filed() || staged.contains(evidence.side()))
                && (hardship || !evidence.hardship())
                && (removed || evidence.removedAt().isEmpty());
    }
}
