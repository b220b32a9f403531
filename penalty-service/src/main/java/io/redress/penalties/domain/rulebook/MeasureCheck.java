package io.redress.penalties.domain.rulebook;

import io.redress.penalties.domain.rulebook.RulebookForm.PolicyPart;
import java.util.List;

/** What is wrong with the policies of measures. */
final class MeasureCheck {

    private MeasureCheck() {}

    static void collect(RulebookForm form, List<RulebookProblem> problems) {
        form.measures().forEach((kind, policy) -> {
            String pointer = "/measures/" + kind;
            if (policy.title() == null) {
                problems.add(
                        RulebookProblem.invalid(pointer + "/title", "no name, which a statement of reasons would say"));
            } else {
                words(pointer + "/title", policy.title(), problems);
            }
            if (policy.withoutNotice() != null) {
                policy.withoutNotice()
                        .forEach((reason, words) -> words(pointer + "/withoutNotice/" + reason, words, problems));
            }
            includes(form, kind, policy, problems);
        });
    }

    /** Both languages are there. */
    static void words(String pointer, RulebookForm.Words words, List<RulebookProblem> problems) {
        if (words.zh().isBlank()) {
            problems.add(RulebookProblem.invalid(pointer + "/zh", "no text in Chinese"));
        }
        if (words.en().isBlank()) {
            problems.add(RulebookProblem.invalid(pointer + "/en", "no text in English"));
        }
    }

    private static void includes(RulebookForm form, String kind, PolicyPart policy, List<RulebookProblem> problems) {
        List<String> included = policy.includes() == null ? List.of() : policy.includes();
        for (int i = 0; i < included.size(); i++) {
            String pointer = "/measures/" + kind + "/includes/" + i;
            if (!form.measures().containsKey(included.get(i))) {
                problems.add(RulebookProblem.invalid(pointer, "measure " + included.get(i) + " has no policy"));
            } else if (included.get(i).equals(kind)) {
                problems.add(RulebookProblem.invalid(pointer, "a measure does not contain itself"));
            }
        }
    }
}
