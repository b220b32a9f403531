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
 * @param reopenings proposed so far, the first one first
 * @param requests to reopen it so far, the first one first
 */
public record Proceedings(
        Optional<Brief> brief,
        Optional<Instant> answerBy,
        Optional<Answer> answer,
        Optional<Draft> draft,
        List<Reply> replies,
        Optional<Ruling> ruling,
        List<EffectLine> effects,
        Optional<Ending> ending,
        List<Reopening> reopenings,
        List<ReopeningRequest> requests) {

    static final Proceedings NONE = new Proceedings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of());

    public Proceedings {
        replies = List.copyOf(replies);
        effects = List.copyOf(effects);
        reopenings = List.copyOf(reopenings);
        requests = List.copyOf(requests);
    }

    Proceedings with(Brief filed) {
        return new Proceedings(
                Optional.of(filed), answerBy, answer, draft, replies, ruling, effects, ending, reopenings, requests);
    }

    Proceedings answerDue(Instant due) {
        return new Proceedings(
                brief, Optional.of(due), answer, draft, replies, ruling, effects, ending, reopenings, requests);
    }

    Proceedings with(Answer filed) {
        return new Proceedings(
                brief, answerBy, Optional.of(filed), draft, replies, ruling, effects, ending, reopenings, requests);
    }

    /** A new draft starts its replies afresh. */
    Proceedings with(Draft issued) {
        return new Proceedings(
                brief, answerBy, answer, Optional.of(issued), List.of(), ruling, effects, ending, reopenings, requests);
    }

    /** The conditions of the current draft as they stand now. */
    Proceedings with(Terms changed) {
        Draft current = draft.orElseThrow().with(changed);
        return new Proceedings(
                brief, answerBy, answer, Optional.of(current), replies, ruling, effects, ending, reopenings, requests);
    }

    Proceedings with(Reply filed) {
        List<Reply> more = new ArrayList<>(replies);
        more.add(filed);
        return new Proceedings(brief, answerBy, answer, draft, more, ruling, effects, ending, reopenings, requests);
    }

    Proceedings with(Ruling issued, List<EffectLine> ordered) {
        return new Proceedings(
                brief, answerBy, answer, draft, replies, Optional.of(issued), ordered, ending, reopenings, requests);
    }

    Proceedings with(List<EffectLine> changed) {
        return new Proceedings(brief, answerBy, answer, draft, replies, ruling, changed, ending, reopenings, requests);
    }

    Proceedings with(Ending end) {
        return new Proceedings(
                brief, answerBy, answer, draft, replies, ruling, effects, Optional.of(end), reopenings, requests);
    }

    /** The terms of the current draft; of the ruling, once there is one. */
    public Optional<Terms> terms() {
        return draft.flatMap(Draft::terms);
    }

    /** Whether the merchant has promised what the current draft asks for, or it asks for nothing. */
    boolean undertaken() {
        return terms().filter(Terms::undertaking).isEmpty() || replies.stream().anyMatch(Reply::undertakes);
    }

    /** The one that is under review, or was last. */
    public Optional<Reopening> reopening() {
        return reopenings.isEmpty() ? Optional.empty() : Optional.of(reopenings.get(reopenings.size() - 1));
    }

    /** While it is reviewed the case has not ended; the ruling is as it was. */
    Proceedings with(Reopening proposed) {
        List<Reopening> more = new ArrayList<>(reopenings);
        more.add(proposed);
        return new Proceedings(
                brief, answerBy, answer, draft, replies, ruling, effects, Optional.empty(), more, requests);
    }

    /** The ruling stands, and the case has ended as it had before. */
    Proceedings refused(Reopening decided) {
        Optional<Ending> before = Optional.of(decided.former().ending());
        return new Proceedings(
                brief, answerBy, answer, draft, replies, ruling, effects, before, last(decided), requests);
    }

    /** Brief and answer stay; what was drafted and ruled is to be decided anew. */
    Proceedings confirmed(Reopening decided) {
        return undecided(last(decided));
    }

    /** Taken back, and gone on with: what was drafted before is not shown any more. */
    Proceedings continued() {
        return undecided(reopenings);
    }

    private Proceedings undecided(List<Reopening> all) {
        return new Proceedings(
                brief,
                answerBy,
                answer,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                all,
                requests);
    }

    private List<Reopening> last(Reopening decided) {
        List<Reopening> all = new ArrayList<>(reopenings);
        all.set(all.size() - 1, decided);
        return all;
    }

    /** The one that waits for an answer; there is one at most. */
    public Optional<ReopeningRequest> waitingRequest() {
        return requests.stream().filter(ReopeningRequest::waits).findFirst();
    }

    /** A further one, or one as it stands now. */
    Proceedings with(ReopeningRequest request) {
        List<ReopeningRequest> all = new ArrayList<>(requests);
        all.removeIf(one -> one.requestId().equals(request.requestId()));
        all.add(request);
        return new Proceedings(brief, answerBy, answer, draft, replies, ruling, effects, ending, reopenings, all);
    }

    boolean replied(Side side) {
        return replies.stream().anyMatch(reply -> reply.side() == side);
    }
}
