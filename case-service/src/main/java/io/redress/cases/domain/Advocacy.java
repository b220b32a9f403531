package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands up to the brief, the checklist, and withdrawal. */
public final class Advocacy {

    private Advocacy() {}

    /**
     * Opens a case. Whether there is another and whether its time has ended is for the caller to ask; both are guarded
     * by the database too.
     */
    public static Outcome<CaseChange> open(Intake intake, Actor actor, boolean ownMotion, Instant now) {
        CaseFile opened = new CaseFile(
                intake.caseId(),
                intake.subject().kind(),
                intake.party(),
                intake.subject(),
                Opening.by(actor, ownMotion, now),
                CaseStatus.OPEN,
                new People(Optional.empty(), Optional.empty(), intake.respondentDepartment()),
                Proceedings.NONE,
                intake.checklist());
        if (!ownMotion) {
            return Outcome.done(new CaseChange(opened, List.of(new CaseEvent.CaseOpened())));
        }
        if (CaseAdmission.concerned(opened, actor)) {
            return Outcome.refused(CaseAdmission.ownCause());
        }
        CaseFile assigned =
                opened.with(opened.people().withAdvocate(actor.id())).with(CaseStatus.IN_ADVOCACY);
        return Outcome.done(new CaseChange(
                assigned, List.of(new CaseEvent.CaseOpened(), new CaseEvent.AdvocateAssigned(actor.id()))));
    }

    /** Gives the case its advocate. */
    public static Outcome<CaseChange> assign(CaseFile file, Actor actor, String advocateId, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.ASSIGN_ADVOCATE, actor, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (file.subject().imposedBy(advocateId) || file.people().adjudicator(advocateId)) {
            return Outcome.refused(CaseAdmission.ownCause());
        }
        CaseFile assigned = file.with(file.people().withAdvocate(advocateId)).with(CaseStatus.IN_ADVOCACY);
        return Outcome.done(new CaseChange(assigned, List.of(new CaseEvent.AdvocateAssigned(advocateId))));
    }

    /** Files the brief; the case counts from now on. */
    public static Outcome<CaseChange> fileBrief(
            CaseFile file, Actor actor, String briefId, String relief, List<BriefPoint> points, Instant now) {
        Optional<Refusal> refusal =
                CaseAdmission.refusal(file, CaseCommand.FILE_BRIEF, actor, now).or(() -> contentRefusal(file, points));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Brief brief = new Brief(briefId, actor.id(), relief, points, now);
        CaseFile filed = file.with(file.proceedings().with(brief)).with(CaseStatus.SUBMITTED);
        return Outcome.done(new CaseChange(filed, List.of(new CaseEvent.BriefFiled(briefId, actor.id()))));
    }

    /** Says where a requirement stands. What was said before stays in the record. */
    public static Outcome<CaseChange> sayOfRequirement(
            CaseFile file, Actor actor, String requirementId, Requirement.Entry said, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.SAY_OF_REQUIREMENT, actor, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<Requirement> found = file.checklist().find(requirementId);
        if (found.isEmpty()) {
            return Outcome.refused(CaseRefusal.UNKNOWN_REQUIREMENT, "The case has no such requirement.");
        }
        Optional<String> missing = found.get().missing(said);
        if (missing.isPresent()) {
            return Outcome.refused(CaseRefusal.REQUIREMENT_INCOMPLETE, missing.get());
        }
        Requirement changed = found.get().with(said);
        CaseFile next = file.with(file.checklist().with(changed));
        return Outcome.done(new CaseChange(next, List.of(new CaseEvent.RequirementChanged(changed))));
    }

    /** Takes the case back; before the brief it does not count. */
    public static Outcome<CaseChange> withdraw(CaseFile file, Actor actor, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.WITHDRAW, actor, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Ending ending = new Ending(actor.id(), now, file.counted(), Optional.empty());
        CaseFile withdrawn = file.with(file.proceedings().with(ending))
                .with(file.hearing().left(Hearing.Cause.WITHDRAWN, actor.id(), now))
                .with(CaseStatus.WITHDRAWN);
        return Outcome.done(new CaseChange(withdrawn, List.of(new CaseEvent.CaseWithdrawn(ending))));
    }

    private static Optional<Refusal> contentRefusal(CaseFile file, List<BriefPoint> points) {
        if (points.isEmpty()) {
            return refuse(CaseRefusal.GROUNDS_MISSING, "A brief names at least one violation or item.");
        }
        Set<String> named = new HashSet<>();
        for (BriefPoint point : points) {
            if (file.subject().item(point.violationId()).isEmpty() || !named.add(point.violationId())) {
                return refuse(
                        CaseRefusal.UNKNOWN_VIOLATION,
                        "A brief names violations of the penalty, or the item of the request, each of them once.");
            }
            if (point.grounds().isEmpty()) {
                return refuse(CaseRefusal.GROUNDS_MISSING, "Each violation or item named needs at least one ground.");
            }
            if (point.grounds().contains(Ground.HARDSHIP)) {
                return refuse(CaseRefusal.HARDSHIP_IS_NO_GROUND, "Hardship is context. It cannot be a ground.");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
