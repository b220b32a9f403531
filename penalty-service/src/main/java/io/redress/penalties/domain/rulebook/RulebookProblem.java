package io.redress.penalties.domain.rulebook;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing for which a version of the rules cannot be published.
 *
 * @param kind what sort of problem it is; decides under which code it is refused
 * @param pointer JSON pointer into the document
 */
public record RulebookProblem(PenaltyRefusal kind, String pointer, String detail) {

    /** So many are told at once; a document that has more is told of the rest when these are gone. */
    private static final int MOST_TOLD = 100;

    static RulebookProblem invalid(String pointer, String detail) {
        return new RulebookProblem(PenaltyRefusal.RULEBOOK_INVALID, pointer, detail);
    }

    /**
     * The refusal of all of them, empty when there are none. Problems of one kind are refused under their own code,
     * several kinds together as RULEBOOK_INVALID.
     */
    public static Optional<Refusal> refusal(List<RulebookProblem> problems) {
        Set<PenaltyRefusal> kinds = problems.stream().map(RulebookProblem::kind).collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        PenaltyRefusal code = kinds.size() == 1 ? kinds.iterator().next() : PenaltyRefusal.RULEBOOK_INVALID;
        String detail = problems.size() == 1
                ? "One thing stands against these rules."
                : problems.size() + " things stand against these rules.";
        return Optional.of(Refusal.of(code, detail)
                .at(problems.stream()
                        .limit(MOST_TOLD)
                        .map(problem -> new Refusal.Wrong(problem.pointer(), problem.detail()))
                        .toList()));
    }
}
