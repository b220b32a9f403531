package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** For what the content of a brief would be refused if it were filed as it is. */
public final class Filability {

    /**
     * One such thing.
     *
     * @param code of the refusal
     * @param pointer JSON pointer into the brief
     */
    public record Missing(String code, String pointer, String detail) {

        static Missing of(Refusal refusal, String pointer) {
            String exactly =
                    refusal.wrong().isEmpty() ? pointer : refusal.wrong().get(0).pointer();
            return new Missing(refusal.code().code(), exactly, refusal.detail());
        }
    }

    private Filability() {}

    /**
     * Everything that is missing or wrong; nothing exactly when its content can be filed.
     *
     * @param known the files of the case that the brief or a requirement names and the advocate sees, by id
     * @param precedents the rulings that it cites, by id
     */
    public static List<Missing> missing(
            CaseFile file, BriefContent content, Map<String, EvidenceFile> known, Map<String, Precedent> precedents) {
        List<Missing> missing = new ArrayList<>(ofPoints(file, content.points(), known));
        EvidenceTies.inBrief(file, content.points(), content.evidence())
                .or(() -> EvidenceRules.citing(content.evidence().stream().map(TiedEvidence::evidence), known))
                .ifPresent(refusal -> missing.add(Missing.of(refusal, "/evidence")));
        EvidenceRules.citing(file.checklist().evidence().stream(), known)
                .ifPresent(refusal -> missing.add(new Missing(
                        refusal.code().code(), "", "What a requirement of the case names: " + refusal.detail())));
        Citations.inBrief(file.id(), content.points(), precedents)
                .ifPresent(refusal -> missing.add(Missing.of(refusal, "/violations")));
        return List.copyOf(missing);
    }

    private static List<Missing> ofPoints(CaseFile file, List<BriefPoint> points, Map<String, EvidenceFile> known) {
        if (points.isEmpty()) {
            return Advocacy.contentRefusal(file, points)
                    .map(refusal -> List.of(Missing.of(refusal, "/violations")))
                    .orElse(List.of());
        }
        List<Missing> missing = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < points.size(); i++) {
            BriefPoint point = points.get(i);
            String pointer = "/violations/" + i;
            List<BriefPoint> alone = named.add(point.violationId()) ? List.of(point) : List.of(point, point);
            Optional<Refusal> content = Advocacy.contentRefusal(file, alone);
            content.ifPresent(refusal -> missing.add(Missing.of(refusal, pointer)));
            EvidenceRules.citing(point.evidence().stream(), known)
                    .ifPresent(refusal -> missing.add(Missing.of(refusal, pointer + "/evidence")));
        }
        return missing;
    }
}
