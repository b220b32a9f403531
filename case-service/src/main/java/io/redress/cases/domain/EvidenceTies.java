package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What evidence is tied to: in a brief and in a ruling, to a violation or item, or to a requirement of the case. */
public final class EvidenceTies {

    private EvidenceTies() {}

    /** Why a brief's evidence is tied to nothing of the case; empty when all of it is tied. */
    static Optional<Refusal> inBrief(CaseFile file, List<BriefPoint> points, List<TiedEvidence> evidence) {
        for (int i = 0; i < evidence.size(); i++) {
            TiedEvidence one = evidence.get(i);
            String pointer = "/evidence/" + i;
            if (one.violationId().isEmpty() && one.requirementId().isEmpty()) {
                return untied("Evidence names the violation, the item or the requirement that it is for.", pointer);
            }
            if (one.violationId().filter(id -> !argued(points, id)).isPresent()) {
                return untied("The brief argues no such violation or item of this case.", pointer + "/violationId");
            }
            if (one.requirementId()
                    .filter(id -> file.checklist().find(id).isEmpty())
                    .isPresent()) {
                return untied("The case has no such requirement.", pointer + "/requirementId");
            }
        }
        return Optional.empty();
    }

    /** The points, each with what was tied to its violation or item beside them. */
    static List<BriefPoint> points(List<BriefPoint> points, List<TiedEvidence> evidence) {
        return points.stream()
                .map(point -> {
                    List<Evidence> all = new ArrayList<>(point.evidence());
                    evidence.stream()
                            .filter(one -> one.violationId().equals(Optional.of(point.violationId())))
                            .map(TiedEvidence::evidence)
                            .forEach(all::add);
                    return new BriefPoint(
                            point.violationId(), point.grounds(), point.argument(), all, point.precedents());
                })
                .toList();
    }

    /** What was tied to requirements. */
    static List<RequirementEvidence> requirements(List<TiedEvidence> evidence) {
        return evidence.stream()
                .flatMap(one -> one.requirementId().map(id -> new RequirementEvidence(id, one.evidence())).stream())
                .toList();
    }

    /** The files that these rulings cite, by id. */
    public static Set<String> filesCited(List<ViolationRuling> rulings) {
        return rulings.stream()
                .flatMap(ruling -> ruling.facts().stream())
                .filter(EvidenceFile::named)
                .collect(Collectors.toSet());
    }

    /**
     * Why rulings cannot rest on the files they cite; empty when they can. Each is filed in the case; hardship decides
     * nothing, and what was added for the merchant upholds no penalty.
     *
     * @param known the files of the case among them, by id
     */
    public static Optional<Refusal> files(
            CaseFile file, List<ViolationRuling> rulings, Map<String, EvidenceFile> known) {
        for (int i = 0; i < rulings.size(); i++) {
            ViolationRuling ruling = rulings.get(i);
            for (int j = 0; j < ruling.facts().size(); j++) {
                String fact = ruling.facts().get(j);
                if (EvidenceFile.named(fact)) {
                    Optional<Refusal> refusal = file(file, ruling, Optional.ofNullable(known.get(fact)), pointer(i, j));
                    if (refusal.isPresent()) {
                        return refusal;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Why a ruling cannot cite what the brief put forward for another violation; empty when it does not. */
    static Optional<Refusal> inRuling(CaseFile file, int index, ViolationRuling ruling) {
        Optional<Brief> brief = file.proceedings().brief();
        for (int j = 0; j < ruling.facts().size() && brief.isPresent(); j++) {
            String fact = ruling.facts().get(j);
            boolean known = file.subject()
                    .item(ruling.violationId())
                    .filter(item -> item.disclosedFacts().contains(fact))
                    .isPresent();
            if (!known && brief.get().evidence().contains(fact) && !tied(file, brief.get(), ruling, fact)) {
                return untied("The brief puts this forward for another violation.", pointer(index, j));
            }
        }
        return Optional.empty();
    }

    private static boolean tied(CaseFile file, Brief brief, ViolationRuling ruling, String fact) {
        boolean toTheItem = brief.points().stream()
                .filter(point -> point.violationId().equals(ruling.violationId()))
                .flatMap(point -> point.evidence().stream())
                .anyMatch(evidence -> evidence.reference().equals(fact));
        return toTheItem
                || brief.forRequirements().stream()
                        .filter(one -> one.evidence().reference().equals(fact))
                        .anyMatch(one -> !ofAnother(file, one.requirementId(), ruling.violationId()));
    }

    /** Whether a requirement is about another violation than this one. */
    private static boolean ofAnother(CaseFile file, String requirementId, String violationId) {
        return file.checklist()
                .find(requirementId)
                .flatMap(Requirement::about)
                .filter(about ->
                        !about.equals(violationId) && file.subject().item(about).isPresent())
                .isPresent();
    }

    private static Optional<Refusal> file(
            CaseFile file, ViolationRuling ruling, Optional<EvidenceFile> cited, String pointer) {
        if (cited.filter(EvidenceFile::filed).isEmpty()) {
            return untied("A ruling cites files that were filed in its case.", pointer);
        }
        if (cited.get().hardship()) {
            return refuse(CaseRefusal.HARDSHIP_IS_NO_GROUND, "A ruling cannot cite evidence of hardship.", pointer);
        }
        boolean against = cited.get().side() == Side.MERCHANT
                && file.penalty().isPresent()
                && ruling.outcome() == RulingOutcome.UPHOLD;
        return against
                ? refuse(
                        CaseRefusal.PROTECTED_DISCLOSURE,
                        "What the merchant discloses to be heard is no evidence that upholds the penalty.",
                        pointer)
                : Optional.empty();
    }

    private static boolean argued(List<BriefPoint> points, String violationId) {
        return points.stream().anyMatch(point -> point.violationId().equals(violationId));
    }

    private static String pointer(int ruling, int fact) {
        return "/violations/" + ruling + "/facts/" + fact;
    }

    private static Optional<Refusal> untied(String detail, String pointer) {
        return refuse(CaseRefusal.EVIDENCE_NOT_TIED, detail, pointer);
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail, String pointer) {
        return Optional.of(Refusal.of(code, detail).at(List.of(new Refusal.Wrong(pointer, detail))));
    }
}
