package io.redress.cases.app.joint;

import io.redress.cases.app.CaseResult;
import io.redress.cases.app.PlatformTexts;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.text.PhraseScanner;
import io.redress.kit.text.WrittenText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
        return refusal(lead, text -> !text.pointer().startsWith(MEMBERS));
    }

    /** The refusal of what is said to the merchant of one: for all, and about him. */
    Optional<Refusal> member(int index, CaseResult member) {
        String own = MEMBERS + index + "/";
        return refusal(
                member,
                text -> !text.pointer().startsWith(MEMBERS) || text.pointer().startsWith(own));
    }

    private Optional<Refusal> refusal(CaseResult seen, Predicate<WrittenText> told) {
        return PlatformTexts.refusal(seen, scanner, texts.stream().filter(told).toList());
    }
}
