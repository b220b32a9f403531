package io.redress.cases.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has been said and decided in a case so far.
 *
 * @param answerBy by when the department answers; set when the case is claimed
 * @param draft the current one
 * @param replies to the current draft
 * @param effects of the ruling
 */
public record Proceedings(
        Optional<Brief> brief,
        Optional<Instant> answerBy,
        Optional<Answer> answer,
        Optional<Draft> draft,
        List<Reply> replies,
        Optional<Ruling> ruling,
        List<EffectLine> effects,
        Optional<Ending> ending) {

    static final Proceedings NONE = new Proceedings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public Proceedings {
        replies = List.copyOf(replies);
        effects = List.copyOf(effects);
    }

    Proceedings with(Brief filed) {
        return new Proceedings(Optional.of(filed), answerBy, answer, draft, replies, ruling, effects, ending);
    }

    Proceedings answerDue(Instant due) {
        return new Proceedings(brief, Optional.of(due), answer, draft, replies, ruling, effects, ending);
    }

    Proceedings with(Answer filed) {
        return new Proceedings(brief, answerBy, Optional.of(filed), draft, replies, ruling, effects, ending);
    }

    /** A new draft starts its replies afresh. */
    Proceedings with(Draft issued) {
        return new Proceedings(brief, answerBy, answer, Optional.of(issued), List.of(), ruling, effects, ending);
    }

    /** The conditions of the current draft as they stand now. */
    Proceedings with(Terms changed) {
        Draft current = draft.orElseThrow().with(changed);
        return new Proceedings(brief, answerBy, answer, Optional.of(current), replies, ruling, effects, ending);
    }

    Proceedings with(Reply filed) {
        List<Reply> more = new ArrayList<>(replies);
        more.add(filed);
        return new Proceedings(brief, answerBy, answer, draft, more, ruling, effects, ending);
    }

    Proceedings with(Ruling issued, List<EffectLine> ordered) {
        return new Proceedings(brief, answerBy, answer, draft, replies, Optional.of(issued), ordered, ending);
    }

    Proceedings with(List<EffectLine> changed) {
        return new Proceedings(brief, answerBy, answer, draft, replies, ruling, changed, ending);
    }

    Proceedings with(Ending end) {
        return new Proceedings(brief, answerBy, answer, draft, replies, ruling, effects, Optional.of(end));
    }

    /** The terms of the current draft; of the ruling, once there is one. */
    public Optional<Terms> terms() {
        return draft.flatMap(Draft::terms);
    }

    /** Whether the merchant has promised what the current draft asks for, or it asks for nothing. */
    boolean undertaken() {
        return terms().filter(Terms::undertaking).isEmpty() || replies.stream().anyMatch(Reply::undertakes);
    }

    boolean replied(Side side) {
        return replies.stream().anyMatch(reply -> reply.side() == side);
    }
}
