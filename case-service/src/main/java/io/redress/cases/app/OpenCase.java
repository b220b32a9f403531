package io.redress.cases.app;

import io.redress.cases.domain.Actor;
import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Opens an appeal, by the merchant or on an advocate's own motion, from own knowledge alone. Refusals: duplicate,
 * appeal-window-closed, own-cause, own-motion-mismatch; another merchant's penalty does not exist.
 */
public final class OpenCase {

    /** What is asked; {@code ownMotion} may be left to follow from who asks. */
    public record Command(String penaltyId, Optional<Boolean> ownMotion) {}

    private final CaseFiles files;
    private final KnownPenalties penalties;
    private final AppealWindows windows;
    private final Organisation organisation;
    private final EventLog events;
    private final Actors actors;
    private final Ids ids;

    public OpenCase(
            CaseFiles files,
            KnownPenalties penalties,
            AppealWindows windows,
            Organisation organisation,
            EventLog events,
            Actors actors,
            Ids ids) {
        this.files = files;
        this.penalties = penalties;
        this.windows = windows;
        this.organisation = organisation;
        this.events = events;
        this.actors = actors;
        this.ids = ids;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return penalties.find(tx, command.penaltyId()).compose(found -> {
            if (found.isEmpty() || !Actors.mayKnow(context.caller(), found.get().merchantId())) {
                return Future.succeededFuture(Decision.notFound());
            }
            return obstacle(command.penaltyId(), tx)
                    .compose(obstacle -> obstacle.isPresent()
                            ? Future.succeededFuture(Decision.refuse(obstacle.get()))
                            : unobstructed(found.get(), command, context, tx));
        });
    }

    private Future<Optional<Refusal>> obstacle(String penaltyId, Tx tx) {
        return files.appealExists(tx, penaltyId)
                .compose(exists -> exists
                        ? Future.succeededFuture(Optional.of(duplicate()))
                        : penalties
                                .stands(tx, penaltyId)
                                .map(stands -> stands ? Optional.empty() : Optional.of(notStanding())));
    }

    private Future<Decision<CaseResult>> unobstructed(
            PenaltyUnderAppeal penalty, Command command, CommandContext context, Tx tx) {
        return windows.find(tx, command.penaltyId()).compose(window -> actors.actor(tx, context.caller())
                .compose(actor -> open(penalty, window.orElseThrow(), actor, command, context, tx)));
    }

    private Future<Decision<CaseResult>> open(
            PenaltyUnderAppeal penalty,
            Loaded<AppealWindow> window,
            Actor actor,
            Command command,
            CommandContext context,
            Tx tx) {
        boolean ownMotion = !actor.ofMerchantSide();
        if (command.ownMotion().isPresent() && command.ownMotion().get() != ownMotion) {
            return Future.succeededFuture(Decision.refuse(Refusal.of(
                    CaseRefusal.OWN_MOTION_MISMATCH, "An advocate opens on her own motion, a merchant never does.")));
        }
        return penalties
                .language(tx, penalty.merchantId())
                .compose(language -> organisation.respondentOf(tx, penalty).map(respondent -> {
                    Outcome<AppealWindow.Change> stopped = window.state().stop(context.businessTime());
                    Outcome<Decision<CaseResult>> decision = stopped.flatMap(stop -> Advocacy.open(
                                    ids.next("cas"),
                                    penalty,
                                    language,
                                    actor,
                                    ownMotion,
                                    respondent,
                                    context.businessTime())
                            .map(change -> accept(change, stop, window, actor, context)));
                    if (decision instanceof Outcome.Refused<Decision<CaseResult>> refused) {
                        return Decision.refuse(refused.refusal());
                    }
                    return ((Outcome.Done<Decision<CaseResult>>) decision).value();
                }));
    }

    private Decision<CaseResult> accept(
            CaseChange change,
            AppealWindow.Change stop,
            Loaded<AppealWindow> window,
            Actor actor,
            CommandContext context) {
        Recorded recorded = events.record(context, change, Revision.NEW);
        Recorded windowRecorded = events.record(context, stop, window.revision());
        Write write = files.insert(change.state(), recorded)
                .and(windows.update(window.state(), stop.state(), window.revision(), windowRecorded));
        CaseResult result =
                new CaseResult(change.state(), stop.state(), recorded.after().version(), actor, context.businessTime());
        return Decision.accept(result, recorded.after(), write);
    }

    private static Refusal duplicate() {
        return Refusal.of(CaseRefusal.DUPLICATE, "This penalty has its one appeal already.");
    }

    private static Refusal notStanding() {
        return Refusal.of(
                CaseRefusal.PENALTY_NOT_STANDING, "This penalty was refused or reversed: nothing is left to appeal.");
    }
}
