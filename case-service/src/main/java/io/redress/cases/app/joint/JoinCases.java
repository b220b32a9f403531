package io.redress.cases.app.joint;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.CaseRules;
import io.redress.cases.app.CaseWriting;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.advocacy.AdvocatePanels;
import io.redress.cases.app.queue.QueueGate;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.JointHearing;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The adjudicator of a case joins similar ones to it, in one transaction; those that nobody has claimed are claimed with
 * it. Refusals: own-cause, not-the-adjudicator, already-joined, heard-alone, question-missing, question-differs,
 * illegal-transition; of a single case also not-your-queue, case-leased, conflict-of-interest, group-full,
 * unknown-case.
 */
public final class JoinCases {

    /** What is asked. */
    public record Command(String leadId, List<String> caseIds, BilingualText question) {}

    /**
     * What came of it.
     *
     * @param members there are now, the lead not counted
     */
    public record Joined(CaseResult lead, int members, List<MemberResult> results) {}

    private final CaseFiles files;
    private final EventLog events;
    private final CaseWriting writing;
    private final Actors actors;
    private final CaseRules rules;
    private final AdvocatePanels panels;
    private final JoinedCases joined;
    private final QueueGate gate;

    public JoinCases(
            CaseFiles files,
            EventLog events,
            Actors actors,
            CaseRules rules,
            AdvocatePanels panels,
            JoinedCases joined,
            QueueGate gate) {
        this.files = files;
        this.events = events;
        this.writing = new CaseWriting(files, events);
        this.actors = actors;
        this.rules = rules;
        this.panels = panels;
        this.joined = joined;
        this.gate = gate;
    }

    public Future<Decision<Joined>> handle(Command command, JointTexts texts, CommandContext context, Tx tx) {
        return known(command.leadId(), context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            Loaded<CaseFile> lead = found.get();
            if (!context.accepts(lead.revision())) {
                return Future.succeededFuture(Decision.stale(lead.revision()));
            }
            return actors.actor(tx, context.caller()).compose(actor -> {
                CaseResult seen = seen(lead.state(), lead.revision().version(), actor, context);
                Outcome<CaseChange> leads =
                        JointHearing.lead(lead.state(), actor, command.question(), context.businessTime());
                Optional<Refusal> refusal = leads instanceof Outcome.Refused<CaseChange> refused
                        ? Optional.of(refused.refusal())
                        : texts.common(seen);
                return refusal.isPresent()
                        ? Future.succeededFuture(Decision.refuse(refusal.get()))
                        : join(lead, ((Outcome.Done<CaseChange>) leads).value(), seen, command, context, tx);
            });
        });
    }

    private Future<Optional<Loaded<CaseFile>>> known(String caseId, CommandContext context, Tx tx) {
        return actors.known(tx, context.caller(), caseId, files.find(tx, caseId), found -> found.state()
                .party()
                .merchantId());
    }

    private Future<Decision<Joined>> join(
            Loaded<CaseFile> lead, CaseChange leads, CaseResult seen, Command command, CommandContext context, Tx tx) {
        return joined.members(tx, command.leadId())
                .compose(before -> rules.calendar(tx).compose(calendar -> {
                    Joining joining = new Joining(leads.state(), seen.viewer(), calendar, before);
                    return MemberByMember.inOrder(
                                    command.caseIds(), (index, caseId) -> joining.one(caseId, context, tx))
                            .map(results -> accepted(lead, leads, joining, seen, results, context));
                }));
    }

    /** Without a case that was joined nothing changes: there is nothing to lead. */
    private Decision<Joined> accepted(
            Loaded<CaseFile> lead,
            CaseChange leads,
            Joining joining,
            CaseResult seen,
            List<MemberResult> results,
            CommandContext context) {
        if (results.stream().noneMatch(result -> result.done().isPresent())) {
            return Decision.accept(new Joined(seen, joining.members, results), lead.revision(), Write.none());
        }
        Recorded recorded = events.record(context, leads, lead.revision());
        Write write = files.update(lead.state(), leads.state(), lead.revision(), recorded);
        CaseResult after = seen(leads.state(), recorded.after().version(), seen.viewer(), context);
        return Decision.accept(new Joined(after, joining.members, results), recorded.after(), write);
    }

    private static CaseResult seen(CaseFile file, long version, Actor actor, CommandContext context) {
        return new CaseResult(file, Optional.empty(), version, actor, context.businessTime());
    }

    /** One call: the lead's group, and how many are in it so far. */
    private final class Joining {

        private final CaseFile lead;
        private final Actor actor;
        private final BusinessCalendar calendar;
        private int members;

        Joining(CaseFile lead, Actor actor, BusinessCalendar calendar, int members) {
            this.lead = lead;
            this.actor = actor;
            this.calendar = calendar;
            this.members = members;
        }

        Future<MemberResult> one(String caseId, CommandContext context, Tx tx) {
            if (members >= JointHearing.MAX_MEMBERS) {
                return MemberByMember.refused(
                        caseId,
                        Refusal.of(
                                CaseRefusal.GROUP_FULL,
                                "A lead has at most " + JointHearing.MAX_MEMBERS + " cases joined to it."));
            }
            return known(caseId, context, tx)
                    .compose(found -> found.isEmpty()
                            ? MemberByMember.refused(caseId, MemberByMember.unknown())
                            : decide(found.get(), context, tx)
                                    .compose(outcome -> write(found.get(), outcome, context, tx)));
        }

        private Future<Outcome<CaseChange>> decide(Loaded<CaseFile> member, CommandContext context, Tx tx) {
            CaseFile file = member.state();
            Instant now = context.businessTime();
            return rules.policy(tx, file.id()).compose(policy -> {
                Outcome<CaseChange> outcome =
                        JointHearing.join(file, lead, actor, calendar.after(now, policy.answer()), now);
                boolean claims = outcome instanceof Outcome.Done<CaseChange> && file.status() == CaseStatus.SUBMITTED;
                return claims
                        ? panels.of(tx, file, actor.id(), now).compose(panel -> gate.admit(tx, file, context, outcome)
                                .map(admitted -> admitted.flatMap(step -> panel.interestOf(actor.id())
                                        .map(Outcome::<CaseChange>refused)
                                        .orElseGet(() -> Outcome.done(step.change())))))
                        : Future.succeededFuture(outcome);
            });
        }

        private Future<MemberResult> write(
                Loaded<CaseFile> member, Outcome<CaseChange> outcome, CommandContext context, Tx tx) {
            if (outcome instanceof Outcome.Refused<CaseChange> refused) {
                return MemberByMember.refused(member.state().id(), refused.refusal());
            }
            CaseChange change = ((Outcome.Done<CaseChange>) outcome).value();
            return writing.apply(member, change, Write.none(), context, tx).map(written -> {
                members++;
                return MemberResult.done(seen(change.state(), member.revision().version() + 1, actor, context));
            });
        }
    }
}
