package io.redress.cases.app;

import io.redress.cases.domain.Actor;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseTransitions;
import io.redress.cases.domain.ClockEffect;
import io.redress.cases.domain.Transition;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What every command on an existing case has in common: whose case it is, which version was seen, recording, and the
 * clock effect that the transition table names. Order of writes: case, then window.
 */
public final class CaseDesk {

    private final CaseFiles files;
    private final AppealWindows windows;
    private final EventLog events;
    private final Actors actors;

    public CaseDesk(CaseFiles files, AppealWindows windows, EventLog events, Actors actors) {
        this.files = files;
        this.windows = windows;
        this.events = events;
        this.actors = actors;
    }

    /**
     * What a command comes to, with what it writes beside the case.
     *
     * @param beside of other tables than the case's own
     */
    public record Step(CaseChange change, Write beside) {

        public static Step of(CaseChange change) {
            return new Step(change, Write.none());
        }
    }

    /** Decides a command; refused as the domain says, 404 for another merchant's case, stale by If-Match. */
    public Future<Decision<CaseResult>> decide(
            String caseId,
            CaseCommand command,
            CommandContext context,
            Tx tx,
            BiFunction<CaseFile, Actor, Outcome<CaseChange>> domain) {
        return decideWith(
                caseId,
                command,
                context,
                tx,
                (file, actor) ->
                        Future.succeededFuture(domain.apply(file, actor).map(Step::of)));
    }

    /** The same for a command that has to read more before it is decided, or writes more than the case. */
    public Future<Decision<CaseResult>> decideWith(
            String caseId,
            CaseCommand command,
            CommandContext context,
            Tx tx,
            BiFunction<CaseFile, Actor, Future<Outcome<Step>>> domain) {
        Future<Optional<Loaded<CaseFile>>> known = known(caseId, context, tx);
        Future<Actor> who = actors.actor(tx, context.caller()); // behind the case, unwaited for
        return known.compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            Loaded<CaseFile> loaded = found.get();
            if (!context.accepts(loaded.revision())) {
                return Future.succeededFuture(Decision.stale(loaded.revision()));
            }
            return who.compose(actor -> domain.apply(loaded.state(), actor).compose(outcome -> {
                if (outcome instanceof Outcome.Refused<Step> refused) {
                    return Future.succeededFuture(Decision.refuse(refused.refusal()));
                }
                Step step = ((Outcome.Done<Step>) outcome).value();
                return accept(loaded, step, command, actor, context, tx);
            }));
        });
    }

    /** A case as this caller may see it. */
    public Future<Optional<Loaded<CaseResult>>> read(String caseId, CommandContext context, Tx tx) {
        Future<Optional<Loaded<CaseFile>>> known = known(caseId, context, tx);
        Future<Actor> who = actors.actor(tx, context.caller()); // behind the case, unwaited for
        return known.compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            CaseFile file = found.get().state();
            return who.compose(actor -> window(file, tx)
                    .map(window -> Optional.of(new Loaded<>(
                            new CaseResult(
                                    file,
                                    window.map(Loaded::state),
                                    found.get().revision().version(),
                                    actor,
                                    context.businessTime()),
                            found.get().revision()))));
        });
    }

    /** The case itself; empty for whom it does not exist. */
    public Future<Optional<Loaded<CaseFile>>> known(String caseId, CommandContext context, Tx tx) {
        return actors.known(tx, context.caller(), caseId, files.find(tx, caseId), found -> found.state()
                .party()
                .merchantId());
    }

    private Future<Decision<CaseResult>> accept(
            Loaded<CaseFile> before, Step step, CaseCommand command, Actor actor, CommandContext context, Tx tx) {
        CaseChange change = step.change();
        Recorded recorded = events.record(context, change, before.revision());
        Write write = files.update(before.state(), change.state(), before.revision(), recorded)
                .and(step.beside());
        Optional<ClockEffect> clock =
                CaseTransitions.find(before.state().status(), command).map(Transition::clock);
        return window(before.state(), tx).map(window -> {
            Optional<AppealWindow> onward =
                    window.map(Loaded::state).map(state -> onward(state, clock, context.businessTime()));
            CaseResult result =
                    new CaseResult(change.state(), onward, recorded.after().version(), actor, context.businessTime());
            return Decision.accept(result, recorded.after(), write.and(windowWrite(window, onward, context)));
        });
    }

    private static AppealWindow onward(AppealWindow window, Optional<ClockEffect> clock, Instant now) {
        if (clock.equals(Optional.of(ClockEffect.WINDOW_RUNS_ON))) {
            return window.runOn(now).state();
        }
        return clock.equals(Optional.of(ClockEffect.WINDOW_STOPS_IF_OPEN))
                ? window.stopUnlessOver(now).state()
                : window;
    }

    private Write windowWrite(
            Optional<Loaded<AppealWindow>> before, Optional<AppealWindow> after, CommandContext context) {
        if (before.map(Loaded::state).equals(after)) {
            return Write.none();
        }
        Loaded<AppealWindow> loaded = before.orElseThrow();
        AppealWindow.Change change = new AppealWindow.Change(after.orElseThrow(), List.of());
        return windows.update(
                loaded.state(), change.state(), loaded.revision(), events.record(context, change, loaded.revision()));
    }

    /** Empty for a case that is no appeal. */
    private Future<Optional<Loaded<AppealWindow>>> window(CaseFile file, Tx tx) {
        return file.penaltyId().isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : windows.find(tx, file.penaltyId().get()).map(window -> Optional.of(window.orElseThrow()));
    }
}
