package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What makes a ruling one: individual reasons for every violation, resting on what the merchant was told. */
final class Reasons {

    private Reasons() {}

    static Optional<Refusal> refusal(CaseFile file, List<ViolationRuling> rulings) {
        Set<String> ruled = new HashSet<>();
        for (ViolationRuling ruling : rulings) {
            if (file.penalty().violation(ruling.violationId()).isEmpty() || !ruled.add(ruling.violationId())) {
                return refuse(
                        CaseRefusal.UNKNOWN_VIOLATION, "A ruling names violations of the penalty, each of them once.");
            }
            if (ruling.reasons().incomplete()) {
                return refuse(
                        CaseRefusal.REASONS_MISSING, "Every violation needs individual reasons, in zh and in en.");
            }
        }
        if (ruled.size() < file.penalty().violations().size()) {
            return refuse(CaseRefusal.REASONS_MISSING, "A ruling gives reasons for every violation of the penalty.");
        }
        return rulings.stream()
                .flatMap(ruling -> factsRefusal(file, ruling).stream())
                .findFirst();
    }

    private static Optional<Refusal> factsRefusal(CaseFile file, ViolationRuling ruling) {
        boolean hardship = ruling.facts().stream().anyMatch(fact -> file.proceedings()
                .brief()
                .map(brief -> brief.hardship(fact))
                .orElse(false));
        if (hardship) {
            return refuse(CaseRefusal.HARDSHIP_IS_NO_GROUND, "A ruling cannot cite evidence of hardship.");
        }
        Set<String> disclosed =
                file.penalty().violation(ruling.violationId()).orElseThrow().disclosedFacts();
        return ruling.facts().stream().anyMatch(disclosed::contains)
                ? Optional.empty()
                : refuse(
                        CaseRefusal.SEALED_MATERIAL_ALONE,
                        "Every violation in a ruling cites at least one fact that was disclosed to the merchant.");
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
