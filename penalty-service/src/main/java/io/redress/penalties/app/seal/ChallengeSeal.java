package io.redress.penalties.app.seal;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.seal.ReaderRole;
import io.redress.penalties.domain.seal.SealAnswer;
import io.redress.penalties.domain.seal.SealChallenge;
import io.redress.penalties.domain.seal.SealEvent;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The case's advocate challenges a seal; somebody who had no part in the penalty answers within a clock. A lapse changes
 * nothing for the merchant: it is flagged, and goes to integrity. Refusals: DUPLICATE, OWN_CAUSE, ILLEGAL_TRANSITION,
 * DISCLOSURE_MISMATCH.
 */
public final class ChallengeSeal {

    private final Matter matter;
    private final DetectionRecords records;
    private final Challenges challenges;
    private final SealJournal journal;
    private final IdSource ids;
    private final Duration answerWithin;

    public ChallengeSeal(
            Matter matter,
            DetectionRecords records,
            Challenges challenges,
            SealJournal journal,
            IdSource ids,
            Duration answerWithin) {
        this.matter = matter;
        this.records = records;
        this.challenges = challenges;
        this.journal = journal;
        this.ids = ids;
        this.answerWithin = answerWithin;
    }

    /** A challenge in its penalty's matter. */
    public record Result(Penalty penalty, SealChallenge challenge) {}

    public Future<Decision<Result>> raise(
            String penaltyId, Text grounds, String askedFor, CommandContext context, Tx tx) {
        return matter.find(tx, penaltyId, context.caller()).compose(found -> {
            if (found.flatMap(Matter.Found::role)
                    .filter(ReaderRole.ADVOCATE::equals)
                    .isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            return challenges.of(tx, penaltyId).map(all -> {
                if (all.stream().anyMatch(SealChallenge::open)) {
                    return Decision.refuse(
                            Refusal.of(PenaltyRefusal.DUPLICATE, "A challenge to this seal waits for its answer."));
                }
                SealChallenge raised = new SealChallenge(
                        ids.next("chl"),
                        penaltyId,
                        context.caller().subject(),
                        grounds,
                        askedFor,
                        context.businessTime(),
                        context.businessTime().plus(answerWithin),
                        false,
                        Optional.empty());
                Write rows = challenges
                        .insert(raised)
                        .with(Deadlines.schedule(DeadlineKinds.SEAL_CHALLENGE, raised.id(), raised.answerBy()));
                return accept(found.get(), raised, List.of(new SealEvent.ChallengeRaised(raised)), rows, context);
            });
        });
    }

    public Future<Decision<Result>> answer(
            String penaltyId, String challengeId, SealAnswer answer, CommandContext context, Tx tx) {
        return matter.find(tx, penaltyId, context.caller())
                .compose(found -> challenges.find(tx, challengeId).map(challenge -> {
                    Optional<SealChallenge> raised =
                            challenge.filter(one -> one.penaltyId().equals(penaltyId));
                    if (found.isEmpty() || raised.isEmpty()) {
                        return Decision.notFound();
                    }
                    Outcome<SealChallenge> outcome = raised.get()
                            .answered(found.get().penalty(), found.get().people(), answer);
                    if (outcome instanceof Outcome.Refused<SealChallenge> refused) {
                        return Decision.refuse(refused.refusal());
                    }
                    SealChallenge answered = ((Outcome.Done<SealChallenge>) outcome).value();
                    List<SealEvent> events = new ArrayList<>(List.of(new SealEvent.ChallengeAnswered(answered)));
                    if (answer.disclosure().isPresent()) {
                        events.add(new SealEvent.DisclosureIssued(answered));
                    }
                    Write rows = challenges
                            .update(answered)
                            .with(Deadlines.cancel(DeadlineKinds.SEAL_CHALLENGE, challengeId));
                    return accept(found.get(), answered, events, rows, context);
                }));
    }

    /** The clock has run out without an answer. */
    public Future<Void> lapsed(String challengeId, CommandContext context, Tx tx) {
        return challenges.find(tx, challengeId).compose(challenge -> {
            if (challenge.filter(one -> one.open() && !one.lapsed()).isEmpty()) {
                return Future.succeededFuture();
            }
            SealChallenge late = challenge.get().asLapsed();
            return matter.find(tx, late.penaltyId(), context.caller())
                    .compose(found ->
                            tx.apply(write(found.orElseThrow(), List.of(new SealEvent.ChallengeLapsed(late)), context)
                                    .write()
                                    .and(challenges.update(late))));
        });
    }

    /** The challenges of a penalty; empty when the caller may not know of its record. */
    public Future<Optional<List<SealChallenge>>> list(String penaltyId, CommandContext context, Tx tx) {
        return matter.find(tx, penaltyId, context.caller())
                .compose(found -> found.isEmpty() || !mayKnow(found.get(), context)
                        ? Future.succeededFuture(Optional.empty())
                        : challenges.of(tx, penaltyId).map(Optional::of));
    }

    /** The challenges of all penalties, for those who watch over them; see {@link Challenges#page}. */
    public Future<List<SealChallenge>> all(Optional<ChallengeState> state, Optional<String> after, int limit, Tx tx) {
        return challenges.page(tx, state, after, limit);
    }

    private static boolean mayKnow(Matter.Found found, CommandContext context) {
        boolean answers =
                context.caller().merchantId().isEmpty() && context.caller().hasRole("rule-owner");
        return found.role().isPresent() || answers;
    }

    private Decision<Result> accept(
            Matter.Found found, SealChallenge challenge, List<SealEvent> events, Write rows, CommandContext context) {
        Touched touched = write(found, events, context);
        return Decision.accept(
                new Result(found.penalty(), challenge),
                touched.revision(),
                touched.write().and(rows));
    }

    private record Touched(Write write, Revision revision) {}

    private Touched write(Matter.Found found, List<SealEvent> events, CommandContext context) {
        Revision before = found.record().revision();
        Recorded recorded = journal.record(context, found.penalty(), before, events);
        return new Touched(records.touch(found.penalty().id(), before, recorded), recorded.after());
    }
}
