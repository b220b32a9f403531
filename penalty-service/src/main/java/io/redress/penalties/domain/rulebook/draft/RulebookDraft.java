package io.redress.penalties.domain.rulebook.draft;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.RulebookCheck;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.RulebookProblem;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version of the rules before it is one. It may be changed until its notice opens; from then on merchants read it and
 * may object, and it is published as it was announced, or withdrawn.
 *
 * @param form the rules; once announced with their dates
 * @param endedAt when it was published or withdrawn
 * @param withdrawal why it was withdrawn
 */
public record RulebookDraft(
        String id,
        RulebookForm form,
        Status status,
        String openedBy,
        Instant openedAt,
        Optional<Notice> notice,
        Optional<Instant> endedAt,
        Optional<Text> withdrawal) {

    /** Where a draft stands. */
    public enum Status {
        DRAFT,
        NOTICE,
        PUBLISHED,
        WITHDRAWN
    }

    /**
     * The announcement to merchants.
     *
     * @param openedAt from when they read it; the version's date of publication
     * @param objectionsUntil end of the notice period; nobody objects from then on
     * @param effectiveFrom not before the end of the notice period
     */
    public record Notice(Instant openedAt, Instant objectionsUntil, Instant effectiveFrom) {

        /** Whether merchants may still object. */
        public boolean runsAt(Instant at) {
            return at.isBefore(objectionsUntil);
        }
    }

    public static RulebookDraft opened(String id, RulebookForm form, String by, Instant at) {
        return new RulebookDraft(id, form, Status.DRAFT, by, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether merchants may read it. */
    public boolean announced() {
        return notice.isPresent();
    }

    public boolean hasClause(String clauseId) {
        return form.clauses().stream().anyMatch(clause -> clause.id().equals(clauseId));
    }

    /** What stands against it now; the dates only once it has some. */
    public List<RulebookProblem> problems(Rulebooks registered) {
        List<RulebookProblem> problems = new ArrayList<>(RulebookCheck.ofContent(form));
        if (announced()) {
            problems.addAll(RulebookCheck.ofDates(form, registered));
        }
        return List.copyOf(problems);
    }

    /** Other rules in its place, as long as nobody has been told of it. */
    public Outcome<RulebookDraft> changed(RulebookForm other) {
        return status == Status.DRAFT
                ? Outcome.done(with(other, status, notice, endedAt, withdrawal))
                : illegal("Merchants have been told of these rules; withdraw them and draft others.");
    }

    /**
     * Opens the notice period, or puts off the effect of what was announced before. Refused with everything that stands
     * against the rules. Putting off moves neither the opening nor the end of the notice period.
     */
    public Outcome<RulebookDraft> announced(Instant effectiveFrom, Instant now, Rulebooks registered) {
        if (status != Status.DRAFT && status != Status.NOTICE) {
            return illegal("It has ended.");
        }
        if (notice.filter(before -> effectiveFrom.isBefore(before.effectiveFrom()))
                .isPresent()) {
            return Outcome.refused(
                    PenaltyRefusal.NOTICE_PERIOD_TOO_SHORT, "What was announced is put off, never brought forward.");
        }
        Instant openedAt = notice.map(Notice::openedAt).orElse(now);
        Notice opened = new Notice(openedAt, openedAt.plus(Duration.ofDays(form.noticeDays())), effectiveFrom);
        RulebookForm dated = form.dated(openedAt, effectiveFrom);
        RulebookDraft announced = with(dated, Status.NOTICE, Optional.of(opened), endedAt, withdrawal);
        return RulebookProblem.refusal(announced.problems(registered))
                .map(Outcome::<RulebookDraft>refused)
                .orElseGet(() -> Outcome.done(announced));
    }

    /** Gives it up, with reasons that merchants may read. */
    public Outcome<RulebookDraft> withdrawn(Text reasons, Instant now) {
        return status == Status.DRAFT || status == Status.NOTICE
                ? Outcome.done(with(form, Status.WITHDRAWN, notice, Optional.of(now), Optional.of(reasons)))
                : illegal("It has ended.");
    }

    /**
     * Makes it a version: after the notice period, before its effect, when every objection has its answer.
     *
     * @param unanswered objections that wait for one
     */
    public Outcome<RulebookDraft> published(long unanswered, Instant now) {
        if (status != Status.NOTICE) {
            return illegal("Only what was announced is published.");
        }
        Notice announced = notice.orElseThrow();
        if (announced.runsAt(now)) {
            return Outcome.refused(
                    PenaltyRefusal.NOTICE_PERIOD_RUNNING,
                    "Merchants may object until " + announced.objectionsUntil() + ".");
        }
        if (unanswered > 0) {
            return Outcome.refused(
                    PenaltyRefusal.OBJECTIONS_UNANSWERED, unanswered + " objections have no answer yet.");
        }
        if (announced.effectiveFrom().isBefore(now)) {
            return Outcome.refused(
                    PenaltyRefusal.EFFECT_IN_THE_PAST,
                    "It would be effective from " + announced.effectiveFrom() + "; put that off first.");
        }
        return Outcome.done(with(form, Status.PUBLISHED, notice, Optional.of(now), withdrawal));
    }

    private Outcome<RulebookDraft> illegal(String why) {
        return Outcome.refused(
                Refusal.of(PenaltyRefusal.ILLEGAL_TRANSITION, why).with("currentStatus", status.name()));
    }

    private RulebookDraft with(
            RulebookForm rules,
            Status next,
            Optional<Notice> announcement,
            Optional<Instant> ended,
            Optional<Text> reasons) {
        return new RulebookDraft(id, rules, next, openedBy, openedAt, announcement, ended, reasons);
    }
}
