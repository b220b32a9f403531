package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What makes a ruling one: individual reasons for every violation, resting on what the merchant was told. */
final class Reasons {

    private Reasons() {}

    static Optional<Refusal> refusal(CaseFile file, List<ViolationRuling> rulings) {
        Set<String> ruled = new HashSet<>();
        for (ViolationRuling ruling : rulings) {
            if (file.subject().item(ruling.violationId()).isEmpty() || !ruled.add(ruling.violationId())) {
                return refuse(
                        CaseRefusal.UNKNOWN_VIOLATION,
                        "A ruling names violations of the penalty, or the item of the request, each of them once.");
            }
            if (ruling.reasons().incomplete()) {
                return refuse(
                        CaseRefusal.REASONS_MISSING,
                        "Every violation or item needs individual reasons, in zh and in en.");
            }
        }
        if (ruled.size() < file.subject().items().size()) {
            return refuse(
                    CaseRefusal.REASONS_MISSING,
                    "A ruling gives reasons for every violation of the penalty, or for the item of the request.");
        }
        return IntStream.range(0, rulings.size())
                .boxed()
                .flatMap(index -> factsRefusal(file, index, rulings.get(index)).stream())
                .findFirst();
    }

    private static Optional<Refusal> factsRefusal(CaseFile file, int index, ViolationRuling ruling) {
        boolean hardship = ruling.facts().stream().anyMatch(fact -> file.proceedings()
                .brief()
                .map(brief -> brief.hardship(fact))
                .orElse(false));
        if (hardship) {
            return refuse(CaseRefusal.HARDSHIP_IS_NO_GROUND, "A ruling cannot cite evidence of hardship.");
        }
        Optional<Refusal> untied = EvidenceTies.inRuling(file, index, ruling);
        if (untied.isPresent()) {
            return untied;
        }
        if (restsOnDisclosure(file, ruling)) {
            return refuse(
                    CaseRefusal.PROTECTED_DISCLOSURE,
                    "What the merchant discloses to be heard is no evidence that upholds the penalty.");
        }
        Set<String> disclosed = disclosed(file, ruling.violationId());
        return ruling.facts().stream().anyMatch(disclosed::contains)
                ? Optional.empty()
                : refuse(
                        CaseRefusal.SEALED_MATERIAL_ALONE,
                        "Every violation or item in a ruling cites at least one fact that is disclosed to the merchant.");
    }

    /** What is filed for the merchant may make a penalty fall; it cannot be what upholds it. */
    private static boolean restsOnDisclosure(CaseFile file, ViolationRuling ruling) {
        Set<String> known =
                file.subject().item(ruling.violationId()).orElseThrow().disclosedFacts();
        return file.penalty().isPresent()
                && ruling.outcome() == RulingOutcome.UPHOLD
                && ruling.facts().stream().anyMatch(fact -> filed(file).contains(fact) && !known.contains(fact));
    }

    /** Of a request also what was filed for it, which is the merchant's own. */
    private static Set<String> disclosed(CaseFile file, String itemId) {
        Set<String> known =
                new HashSet<>(file.subject().item(itemId).orElseThrow().disclosedFacts());
        if (file.subject() instanceof Request) {
            known.addAll(filed(file));
        }
        return known;
    }

    private static Set<String> filed(CaseFile file) {
        return file.proceedings().brief().map(Brief::evidence).orElse(Set.of());
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
