package io.redress.cases.app;

import io.redress.kit.outcome.Refusal;
import io.redress.kit.text.PhraseScanner;
import io.redress.kit.text.WrittenText;
import java.util.List;
import java.util.Optional;

/**
 * What staff write in one call about several cases: what is said for all of them, and what about each of its
 * {@code members}.
 */
public record JointTexts(PhraseScanner scanner, List<WrittenText> texts) {

    private static final String MEMBERS = "/members/";

    public JointTexts {
        texts = List.copyOf(texts);
    }

    /** The refusal of what is said for all. */
    Optional<Refusal> common(CaseResult lead) {
        return PlatformTexts.refusal(
                lead,
                scanner,
                texts.stream()
                        .filter(text -> !text.pointer().startsWith(MEMBERS))
                        .toList());
    }

    /** The refusal of what is said about one. */
    Optional<Refusal> member(int index, CaseResult member) {
        String own = MEMBERS + index + "/";
        return PlatformTexts.refusal(
                member,
                scanner,
                texts.stream().filter(text -> text.pointer().startsWith(own)).toList());
    }
}
