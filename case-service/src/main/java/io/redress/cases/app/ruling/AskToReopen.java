package io.redress.cases.app.ruling;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.CaseRules;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.app.evidence.CitedEvidence;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.app.evidence.ToldFiles;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.ReopeningRequests;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The merchant's side asks that a closed case be decided anew, and an adjudicator who had no part in it refuses; who reopens
 * it instead does so by {@link ReopenCase}. The files that are put forward are opened to everybody in the case. The head of
 * the department that decides is told of a request, and of one that nobody has answered in its time. Refusals:
 * not-the-advocate, own-cause, worse-off, duplicate, reopening-limit-reached, grounds-missing, reasons-missing,
 * unknown-evidence, quarantined, evidence-deleted, hardship-is-no-ground, new-evidence-missing, reopening-not-requested,
 * illegal-transition.
 */
public final class AskToReopen {

    /** What is asked. */
    public record Command(
            String caseId, Optional<Reopening.Ground> ground, BilingualText reasons, List<Evidence> evidence) {}

    /** Which request is refused, and why. */
    public record Refuse(String caseId, String requestId, BilingualText reasons) {}

    private final CaseDesk desk;
    private final CaseFiles files;
    private final EventLog events;
    private final CaseRules rules;
    private final ClockFiles departments;
    private final CitedEvidence evidence;
    private final WaitingRequests requests;
    private final Ids ids;

    public AskToReopen(
            CaseDesk desk,
            CaseFiles files,
            EventLog events,
            CaseRules rules,
            ClockFiles departments,
            EvidenceFiles evidence,
            WaitingRequests requests,
            Ids ids) {
        this.desk = desk;
        this.files = files;
        this.events = events;
        this.rules = rules;
        this.departments = departments;
        this.evidence = new CitedEvidence(evidence);
        this.requests = requests;
        this.ids = ids;
    }

    public Future<Decision<CaseResult>> ask(Command command, CommandContext context, Tx tx) {
        Instant now = context.businessTime();
        return evidence.of(command.caseId(), command.evidence(), tx).compose(cited -> dueAt(command.caseId(), now, tx)
                .compose(dueAt -> desk.decideWith(
                        command.caseId(),
                        CaseCommand.REQUEST_REOPENING,
                        context,
                        tx,
                        (file, actor) -> told(asked(file, actor, command, CitedEvidence.files(cited), dueAt, now), tx)))
                .map(decision -> decision instanceof Decision.Accepted<CaseResult> accepted
                        ? Decision.accept(
                                accepted.result(),
                                accepted.revision(),
                                evidence.opened(accepted.write(), cited, context))
                        : decision));
    }

    private Outcome<CaseChange> asked(
            CaseFile file, Actor actor, Command command, Map<String, EvidenceFile> cited, Instant dueAt, Instant now) {
        ReopeningRequests.Content content =
                new ReopeningRequests.Content(command.ground(), command.reasons(), command.evidence(), cited);
        return ReopeningRequests.ask(file, actor, ids.next("rrq"), content, dueAt, now)
                .map(change -> ToldFiles.in(change, cited.values()));
    }

    public Future<Decision<CaseResult>> refuse(Refuse command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.REFUSE_REOPENING_REQUEST,
                context,
                tx,
                (file, actor) -> ReopeningRequests.refuse(
                        file, actor, command.requestId(), command.reasons(), context.businessTime()));
    }

    /** The time of the request that waits in this case has come. */
    public Future<Void> lapsed(String caseId, CommandContext context, Tx tx) {
        return files.find(tx, caseId).compose(found -> {
            Loaded<CaseFile> before = found.orElseThrow();
            return told(ReopeningRequests.overdue(before.state(), context.businessTime()), tx)
                    .compose(outcome -> outcome instanceof Outcome.Done<CaseDesk.Step> done
                                    && !done.value().change().events().isEmpty()
                            ? tx.apply(files.update(
                                    before.state(),
                                    done.value().change().state(),
                                    before.revision(),
                                    events.record(context, done.value().change(), before.revision())))
                            : Future.succeededFuture());
        });
    }

    /** Those of all cases that wait for an answer. */
    public Future<List<WaitingRequests.Waiting>> waiting(
            Optional<WaitingRequests.Position> after, int limit, CommandContext context, Tx tx) {
        return requests.waiting(tx, Actors.viewer(context.caller()).orElseThrow(), after, limit);
    }

    private Future<Instant> dueAt(String caseId, Instant now, Tx tx) {
        return rules.policy(tx, caseId)
                .compose(policy -> rules.calendar(tx).map(calendar -> calendar.after(now, policy.reopeningRequest())));
    }

    /** The same, its events naming the head of the department that decides, if he may know of the case. */
    private Future<Outcome<CaseDesk.Step>> told(Outcome<CaseChange> outcome, Tx tx) {
        if (!(outcome instanceof Outcome.Done<CaseChange> done)
                || done.value().events().isEmpty()) {
            return Future.succeededFuture(outcome.map(CaseDesk.Step::of));
        }
        CaseFile file = done.value().state();
        return rules.policy(tx, file.id()).compose(policy -> {
            String team = policy.watch().adjudicationTeam();
            return departments.headsToTell(tx, file.id(), List.of(team)).map(heads -> {
                Optional<String> head = Optional.ofNullable(heads.get(team));
                return Outcome.done(CaseDesk.Step.of(new CaseChange(
                        file,
                        done.value().events().stream()
                                .map(event -> naming(event, head))
                                .toList())));
            });
        });
    }

    private static CaseEvent naming(CaseEvent event, Optional<String> head) {
        if (event instanceof CaseEvent.ReopeningRequested asked) {
            return new CaseEvent.ReopeningRequested(asked.request(), asked.files(), head);
        }
        return event instanceof CaseEvent.ReopeningRequestOverdue late
                ? new CaseEvent.ReopeningRequestOverdue(late.request(), head)
                : event;
    }
}
