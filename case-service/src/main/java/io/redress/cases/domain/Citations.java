package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which earlier rulings can be cited, and that a draft answers every one that the brief cites. */
public final class Citations {

    private Citations() {}

    /**
     * Why a brief cannot cite what it cites; empty when it can.
     *
     * @param known the rulings that there are, by id
     */
    public static Optional<Refusal> inBrief(String caseId, List<BriefPoint> points, Map<String, Precedent> known) {
        for (int i = 0; i < points.size(); i++) {
            List<String> cited = points.get(i).precedents();
            for (int j = 0; j < cited.size(); j++) {
                String pointer = "/violations/" + i + "/precedents/" + j;
                Optional<Refusal> refusal = citable(caseId, Optional.ofNullable(known.get(cited.get(j))), pointer);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The same for a draft. What the brief cites it may answer whatever has become of it since.
     */
    public static Optional<Refusal> inDraft(
            CaseFile file, List<PrecedentAnswer> answers, Map<String, Precedent> known) {
        Set<String> inBrief = cited(file);
        for (int i = 0; i < answers.size(); i++) {
            String rulingId = answers.get(i).rulingId();
            Optional<Refusal> refusal = inBrief.contains(rulingId)
                    ? Optional.empty()
                    : citable(file.id(), Optional.ofNullable(known.get(rulingId)), "/precedents/" + i + "/rulingId");
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** Why a draft does not answer what the brief cites; empty when it does. */
    static Optional<Refusal> unanswered(CaseFile file, List<PrecedentAnswer> answers) {
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            if (!answered.add(answers.get(i).rulingId())) {
                return refuse(
                        CaseRefusal.PRECEDENT_NOT_ANSWERED,
                        "A draft answers each earlier ruling once.",
                        "/precedents/" + i + "/rulingId");
            }
            if (answers.get(i).reasons().incomplete()) {
                return refuse(
                        CaseRefusal.PRECEDENT_NOT_ANSWERED,
                        "To follow or distinguish an earlier ruling needs its reasons, in zh and in en.",
                        "/precedents/" + i + "/reasons");
            }
        }
        return cited(file).stream()
                .filter(cited -> !answered.contains(cited))
                .findFirst()
                .flatMap(cited -> refuse(
                        CaseRefusal.PRECEDENT_NOT_ANSWERED,
                        "The brief cites ruling " + cited + "; the draft follows or distinguishes it.",
                        "/precedents"));
    }

    private static Set<String> cited(CaseFile file) {
        return file.proceedings().brief().map(Brief::precedents).orElse(Set.of());
    }

    private static Optional<Refusal> citable(String caseId, Optional<Precedent> cited, String pointer) {
        if (cited.isEmpty()) {
            return refuse(CaseRefusal.UNKNOWN_PRECEDENT, "There is no such ruling.", pointer);
        }
        if (cited.get().caseId().equals(caseId)) {
            return refuse(CaseRefusal.PRECEDENT_OF_OWN_CASE, "A case is no precedent for itself.", pointer);
        }
        return cited.get().stands()
                ? Optional.empty()
                : refuse(
                        CaseRefusal.PRECEDENT_NOT_FINAL,
                        "A ruling can be cited once its case is closed, and as long as it is not reopened.",
                        pointer);
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail, String pointer) {
        return Optional.of(Refusal.of(code, detail).at(List.of(new Refusal.Wrong(pointer, detail))));
    }
}
