package io.redress.cases.app.note;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Snooze;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lays cases aside and brings them back, once each time: at the date, with the first step that somebody else takes in the
 * case, or by hand. It is no new version of the case and stops no clock. Refusals: not-your-desk, illegal-transition,
 * snooze-date-invalid.
 */
public final class SnoozeCase {

    private final CaseDesk desk;
    private final Snoozes snoozes;
    private final SnoozeLog log;

    public SnoozeCase(CaseDesk desk, Snoozes snoozes, SnoozeLog log) {
        this.desk = desk;
        this.snoozes = snoozes;
        this.log = log;
    }

    /** What is asked. */
    public record Command(String caseId, Instant until, String reason) {}

    /** The caller's snooze of the case; the same again changes nothing. */
    public Future<Decision<List<Snooze>>> lay(Command command, CommandContext context, Tx tx) {
        String person = context.caller().subject();
        return desk.read(command.caseId(), context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            CaseFile file = found.get().state().file();
            Actor actor = found.get().state().viewer();
            return snoozes.leases(tx, file.id(), person).compose(leases -> snoozes.find(tx, file.id(), person)
                    .map(kept -> lay(
                            Snooze.of(file, actor, leases, command.until(), command.reason(), context.businessTime()),
                            kept)));
        });
    }

    private Decision<List<Snooze>> lay(Outcome<Snooze> outcome, Snoozes.Kept kept) {
        if (outcome instanceof Outcome.Refused<Snooze> refused) {
            return Decision.refuse(refused.refusal());
        }
        Snooze snooze = ((Outcome.Done<Snooze>) outcome).value();
        Optional<Snooze> same = kept.active().filter(snooze::sameAs);
        return same.isPresent()
                ? Decision.accept(List.of(same.get()), Revision.NEW, Write.none())
                : Decision.accept(List.of(snooze), Revision.NEW, snoozes.lay(snooze, kept.revision()));
    }

    /** Brings the case back to the caller; nothing changes if he has not laid it aside. */
    public Future<Decision<List<Snooze>>> end(String caseId, CommandContext context, Tx tx) {
        String person = context.caller().subject();
        return desk.read(caseId, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            return snoozes.find(tx, caseId, person)
                    .map(kept -> Decision.accept(
                            List.of(),
                            Revision.NEW,
                            kept.active()
                                    .map(snooze -> snoozes.end(
                                            snooze,
                                            Snooze.End.BY_HAND,
                                            context.businessTime(),
                                            kept.revision(),
                                            untold(kept.revision())))
                                    .orElse(Write.none())));
        });
    }

    /** The caller's own, and everybody's for integrity; empty if there is no such case for this caller. */
    public Future<Optional<List<Snooze>>> of(String caseId, CommandContext context, Tx tx) {
        boolean all = context.caller().hasRole("integrity");
        Optional<String> person =
                all ? Optional.empty() : Optional.of(context.caller().subject());
        return desk.read(caseId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : snoozes.active(tx, caseId, person).map(Optional::of));
    }

    /** The deadline of a snooze has come, or was brought forward by a step. Who has no case any more is told nothing. */
    public Future<Void> due(String subject, CommandContext context, Tx tx) {
        return snoozes.due(tx, subject)
                .compose(found -> found.isEmpty() ? Future.succeededFuture() : tx.apply(write(found.get(), context)));
    }

    private Write write(Snoozes.Due due, CommandContext context) {
        Instant now = context.businessTime();
        Snooze.End why = now.isBefore(due.snooze().until()) ? Snooze.End.STEP : Snooze.End.DUE;
        Recorded recorded = due.caseEnded() ? untold(due.revision()) : log.ended(context, due, why);
        return snoozes.end(due.snooze(), why, now, due.revision(), recorded);
    }

    private static Recorded untold(Revision before) {
        return new Recorded(new Revision(before.version() + 1, before.sequence(), before.chainHead()), List.of());
    }
}
