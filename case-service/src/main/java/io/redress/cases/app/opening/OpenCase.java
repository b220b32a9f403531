package io.redress.cases.app.opening;

import io.redress.cases.app.Actors;
import io.redress.cases.app.AppealWindows;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.KindPolicies;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.Checklist;
import io.redress.cases.domain.Intake;
import io.redress.cases.domain.Interests;
import io.redress.cases.domain.LateOpening;
import io.redress.cases.domain.Party;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Write;
import io.redress.kit.text.WrittenText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens an appeal, by the merchant or on an advocate's own motion, from own knowledge alone. Refusals: duplicate,
 * appeal-window-closed unless it says why it is late, penalty-not-standing, own-cause, conflict-of-interest, own-motion-mismatch; another merchant's penalty does not exist.
 */
public final class OpenCase {

    /**
     * What is asked; {@code ownMotion} may be left to follow from who asks.
     *
     * @param lateBecause why it comes after its window has closed; does not count before
     * @param texts what was written, to be linted when staff have written it
     */
    public record Command(
            String penaltyId,
            String callerId,
            Optional<Boolean> ownMotion,
            Optional<String> lateBecause,
            List<WrittenText> texts)
            implements OpeningCommand {
        public Command {
            texts = List.copyOf(texts);
        }

        @Override
        public String subject() {
            return penaltyId;
        }
    }

    private final CaseFiles files;
    private final AppealWindows windows;
    private final EventLog events;
    private final Ids ids;

    public OpenCase(CaseFiles files, AppealWindows windows, EventLog events, Ids ids) {
        this.files = files;
        this.windows = windows;
        this.events = events;
        this.ids = ids;
    }

    /**
     * @param known of the penalty; empty if it is not
     * @param policy that is in force
     */
    public Decision<CaseResult> decide(
            Command command, Optional<OpeningFacts> known, KindPolicies.Version policy, CommandContext context) {
        if (known.isEmpty()
                || !Actors.mayKnow(context.caller(), known.get().penalty().merchantId())) {
            return Decision.notFound();
        }
        OpeningFacts facts = known.get();
        if (facts.appealed()) {
            return Decision.refuse(duplicate());
        }
        if (!facts.stands()) {
            return Decision.refuse(notStanding());
        }
        Actor actor = Actors.actor(context.caller(), facts.callerDepartment());
        boolean ownMotion = !actor.ofMerchantSide();
        if (command.ownMotion().isPresent() && command.ownMotion().get() != ownMotion) {
            return Decision.refuse(ownMotionMismatch());
        }
        return open(facts, actor, ownMotion, command.lateBecause(), policy, context);
    }

    static Refusal ownMotionMismatch() {
        return Refusal.of(
                CaseRefusal.OWN_MOTION_MISMATCH, "An advocate opens on her own motion, a merchant never does.");
    }

    private Decision<CaseResult> open(
            OpeningFacts facts,
            Actor actor,
            boolean ownMotion,
            Optional<String> lateBecause,
            KindPolicies.Version policy,
            CommandContext context) {
        PenaltyUnderAppeal penalty = facts.penalty();
        Intake intake = new Intake(
                ids.next("cas"),
                new Party(penalty.merchantId(), penalty.shopId(), facts.language()),
                penalty,
                facts.respondentDepartment(),
                policy.of(CaseKind.PENALTY_APPEAL)
                        .map(kind -> Checklist.of(policy.number(), kind, penalty, Map.of()))
                        .orElseGet(() -> Checklist.none(policy.number())));
        Outcome<CaseChange> opened = Interests.free(
                Advocacy.open(intake, actor, ownMotion, context.businessTime()),
                ownMotion,
                facts.callerInterests(),
                facts.callerInLine());
        Outcome<AppealWindow.Change> stopped = facts.window().state().stop(context.businessTime());
        Outcome<Decision<CaseResult>> decision = stopped instanceof Outcome.Refused && lateBecause.isPresent()
                ? LateOpening.because(opened, lateBecause.get())
                        .map(change -> late(change, facts.window(), actor, context))
                : stopped.flatMap(stop -> opened.map(change -> accept(change, stop, facts.window(), actor, context)));
        if (decision instanceof Outcome.Refused<Decision<CaseResult>> refused) {
            return Decision.refuse(refused.refusal());
        }
        return ((Outcome.Done<Decision<CaseResult>>) decision).value();
    }

    /** The window stays closed. */
    private Decision<CaseResult> late(
            CaseChange change, Loaded<AppealWindow> window, Actor actor, CommandContext context) {
        Recorded recorded = events.record(context, change, Revision.NEW);
        CaseResult result = new CaseResult(
                change.state(), Optional.of(window.state()), recorded.after().version(), actor, context.businessTime());
        return Decision.accept(result, recorded.after(), files.insert(change.state(), Optional.empty(), recorded));
    }

    private Decision<CaseResult> accept(
            CaseChange change,
            AppealWindow.Change stop,
            Loaded<AppealWindow> window,
            Actor actor,
            CommandContext context) {
        Recorded recorded = events.record(context, change, Revision.NEW);
        Recorded windowRecorded = events.record(context, stop, window.revision());
        Write write = files.insert(change.state(), Optional.empty(), recorded)
                .and(windows.update(window.state(), stop.state(), window.revision(), windowRecorded));
        CaseResult result = new CaseResult(
                change.state(), Optional.of(stop.state()), recorded.after().version(), actor, context.businessTime());
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
