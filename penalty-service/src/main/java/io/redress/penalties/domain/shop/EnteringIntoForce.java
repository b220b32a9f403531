package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.Suspension;
import io.redress.penalties.domain.measures.TimeServed;
import io.redress.penalties.domain.penalty.DecisionFold;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.rulebook.MeasurePolicy;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a penalty into force once its statement is stored and its window is over: points, thresholds, measures. */
public final class EnteringIntoForce {

    private EnteringIntoForce() {}

    /** The penalty's statement is on a durable medium. Empty when that is old news. */
    public static Optional<ShopChange> statementStored(
            ShopFile file, String penaltyId, String statementId, IdSource ids, Instant at) {
        Optional<Penalty> penalty = file.penalty(penaltyId);
        Optional<Statement> statement = penalty.flatMap(Penalty::statement)
                .filter(current -> current.id().equals(statementId))
                .filter(current -> current.storedAt().isEmpty());
        if (statement.isEmpty()) {
            return Optional.empty();
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Statement stored = statement.get().stored(at);
        Penalty with = penalty.get().change(change -> change.statement(stored));
        draft.put(with);
        draft.say(new ShopEvent.StatementStored(with, stored));
        enterIfDue(draft, penaltyId, at);
        return Optional.of(draft.change());
    }

    /** The advance notice or cure window of the penalty is over. Empty when it cannot enter into force now. */
    public static Optional<ShopChange> windowOver(ShopFile file, String penaltyId, IdSource ids, Instant at) {
        ShopDraft draft = new ShopDraft(file, ids);
        if (file.penalty(penaltyId).isEmpty()) {
            return Optional.empty();
        }
        enterIfDue(draft, penaltyId, at);
        ShopChange change = draft.change();
        return change.events().isEmpty() ? Optional.empty() : Optional.of(change);
    }

    /** Enters into force if its statement is stored, its window over and nothing that the merchant said unanswered. */
    static void enterIfDue(ShopDraft draft, String penaltyId, Instant at) {
        Penalty penalty = draft.penalty(penaltyId);
        boolean stored = penalty.statement().flatMap(Statement::storedAt).isPresent();
        boolean windowOver =
                penalty.announcedUntil().filter(until -> until.isAfter(at)).isEmpty();
        if (!stored
                || !windowOver
                || penalty.hearing().waits()
                || penalty.cure().waits()
                || penalty.refuses(PenaltyCommand.ENTER_INTO_FORCE).isPresent()) {
            return;
        }
        boolean approved = penalty.approvedBy().isPresent();
        if (!approved
                && Prospect.of(draft.now(), folded(draft, penalty), at, true).held()) {
            Penalty held =
                    penalty.change(change -> change.status(PenaltyStatus.HELD).asHighImpact());
            draft.put(held);
            draft.say(new ShopEvent.PenaltyHeld(held));
            return;
        }
        enter(draft, folded(draft, penalty), at);
    }

    private static Penalty folded(ShopDraft draft, Penalty penalty) {
        ShopFile file = draft.now();
        Map<String, Integer> points = DecisionFold.points(
                file.decision(penalty.basis().decisionId()).stream()
                        .filter(other ->
                                other.booking().isPresent() || other.id().equals(penalty.id()))
                        .toList(),
                file.rulebookOf(penalty).singleDecisionCap());
        return penalty.change(change -> change.violations(penalty.violations().stream()
                .map(violation -> violation.withPoints(points.get(violation.id())))
                .toList()));
    }

    private static void enter(ShopDraft draft, Penalty penalty, Instant at) {
        Instant effective = penalty.basis().inForceAt().orElse(at);
        Penalty inForce =
                penalty.change(change -> change.inForce(effective, draft.now().nextBooking()));
        draft.put(inForce);
        for (Violation violation : inForce.violations()) {
            if (violation.points() > 0) {
                draft.append(new Entry(
                        draft.newId("ent"),
                        violation.bucket(),
                        inForce.id(),
                        violation.id(),
                        Entry.Kind.BOOKING,
                        violation.points(),
                        effective,
                        at));
            }
        }
        draft.say(new ShopEvent.PenaltyInForce(inForce));
        if (inForce.imported()) {
            bringLegacy(draft, inForce, at);
        } else {
            Crossing.replay(draft.now(), at, false).stream()
                    .filter(crossing ->
                            crossing.highest() && crossing.penalty().id().equals(inForce.id()))
                    .forEach(crossing -> fire(draft, crossing, at, at));
        }
    }

    private static void bringLegacy(ShopDraft draft, Penalty penalty, Instant at) {
        for (LegacyMeasure legacy : penalty.basis().legacyMeasures()) {
            Optional<Instant> endsAt = legacy.days().isPresent()
                    ? Optional.of(TimeServed.plusDays(
                            legacy.startedAt(), legacy.days().getAsInt()))
                    : Optional.empty();
            Optional<Instant> over = endsAt.filter(end -> !end.isAfter(at));
            draft.put(new Measure(
                    draft.newId("mea"),
                    penalty.id(),
                    Optional.empty(),
                    legacy.kind(),
                    legacy.days(),
                    Measure.Origin.IMPORTED,
                    over.isPresent() ? Measure.State.SERVED : Measure.State.IN_FORCE,
                    true,
                    legacy.startedAt(),
                    endsAt,
                    over,
                    Optional.empty(),
                    Suspension.NONE));
        }
    }

    /** The threshold fires: its measures begin at {@code startsAt}, or wait for it, or for the end of an appeal. */
    static void fire(ShopDraft draft, Crossing crossing, Instant at, Instant startsAt) {
        Penalty penalty = draft.penalty(crossing.penalty().id());
        List<Measure> brought = new ArrayList<>();
        for (Threshold.Order order : crossing.threshold().orders()) {
            brought.add(new Measure(
                    draft.newId("mea"),
                    penalty.id(),
                    Optional.of(crossing.ground()),
                    order.kind(),
                    order.days(),
                    Measure.Origin.IMPOSED,
                    Measure.State.SCHEDULED,
                    false,
                    startsAt,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Suspension.NONE));
        }
        draft.say(new ShopEvent.ThresholdReached(
                draft.now().shopId() + ":" + crossing.threshold().bucket(),
                crossing.threshold().bucket(),
                crossing.threshold().points(),
                crossing.tally(),
                brought.stream().map(Measure::id).toList()));
        for (Measure measure : brought) {
            if (waitsForRuling(draft.now(), penalty, measure)) {
                draft.put(measure);
                draft.put(measure.in(Measure.State.SUSPENDED, at));
            } else {
                draft.put(startsAt.isAfter(at) ? measure : measure.began(startsAt));
            }
        }
    }

    /** True when an open appeal keeps a measure of this kind from beginning. */
    static boolean waitsForRuling(ShopFile file, Penalty penalty, Measure measure) {
        return penalty.appealCaseId().isPresent()
                && file.rulebookOf(penalty)
                        .policy(measure.kind())
                        .filter(policy -> policy.onAppeal() == MeasurePolicy.OnAppeal.SUSPENDED_UNTIL_RULED)
                        .isPresent();
    }
}
