package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That a ruling rests on nothing which the sides could not reply to: each fact that it cites was cited by the draft for the
 * same violation or item, or was disclosed from the beginning. It may cite less, and its reasons answer the replies in words
 * of their own. Limit: what the reasons say is not compared.
 */
public final class AsDrafted {

    private AsDrafted() {}

    /** Why it needs another draft; empty when it does not. The case has one, and the rulings are of its items. */
    public static Optional<Refusal> refusal(CaseFile file, List<ViolationRuling> rulings) {
        Draft draft = file.proceedings().draft().orElseThrow();
        for (int i = 0; i < rulings.size(); i++) {
            ViolationRuling ruling = rulings.get(i);
            Set<String> known = known(file, draft, ruling.violationId());
            for (int j = 0; j < ruling.facts().size(); j++) {
                if (!known.contains(ruling.facts().get(j))) {
                    return Optional.of(refuse("/violations/" + i + "/facts/" + j));
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> known(CaseFile file, Draft draft, String itemId) {
        Set<String> known =
                new HashSet<>(file.subject().item(itemId).orElseThrow().disclosedFacts());
        draft.violations().stream()
                .filter(drafted -> drafted.violationId().equals(itemId))
                .forEach(drafted -> known.addAll(drafted.facts()));
        return known;
    }

    private static Refusal refuse(String pointer) {
        String detail = "The draft does not cite this, and nobody could reply to it; issue another draft that does.";
        return Refusal.of(CaseRefusal.INCONSISTENT_WITH_DRAFT, detail).at(List.of(new Refusal.Wrong(pointer, detail)));
    }
}
