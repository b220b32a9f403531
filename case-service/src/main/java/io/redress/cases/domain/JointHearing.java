package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Similar cases are joined under a lead case, and leave it again. Each stays a case of its own. */
public final class JointHearing {

    /** Cases that can be joined to one lead. */
    public static final int MAX_MEMBERS = 2_000;

    private JointHearing() {}

    /** The case leads others on this question; one that does so already goes on, with its own question only. */
    public static Outcome<CaseChange> lead(CaseFile file, Actor actor, BilingualText question, Instant now) {
        Optional<Refusal> refusal =
                CaseAdmission.refusal(file, CaseCommand.LEAD, actor, now).or(() -> questionRefusal(file, question));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return Outcome.done(
                file.leads()
                        ? new CaseChange(file, List.of())
                        : joined(file, new Hearing.Group(file.id(), question, actor.id(), now)));
    }

    /**
     * Joins a case to the lead; one that nobody has claimed yet is claimed with it.
     *
     * @param lead that leads already
     * @param answerBy by when the department answers a case that is claimed
     */
    public static Outcome<CaseChange> join(CaseFile file, CaseFile lead, Actor actor, Instant answerBy, Instant now) {
        if (file.id().equals(lead.id())) {
            return Outcome.refused(alreadyJoined());
        }
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.JOIN, actor, now)
                .or(() -> sameQuestion(lead, file) ? Optional.empty() : Optional.of(otherQuestion()));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        BilingualText question = lead.hearing().group().orElseThrow().question();
        Hearing.Group group = new Hearing.Group(lead.id(), question, actor.id(), now);
        Outcome<CaseChange> claimed = file.status() == CaseStatus.SUBMITTED
                ? Deliberation.claim(file, actor, answerBy, now)
                : Outcome.done(new CaseChange(file, List.of()));
        return claimed.map(change -> change.then(state -> joined(state, group)));
    }

    /** The case is heard alone from now on, by the same adjudicator; the merchant's side need only say so. */
    public static Outcome<CaseChange> leave(CaseFile file, Actor actor, BilingualText reasons, Instant now) {
        Optional<Refusal> refusal =
                CaseAdmission.refusal(file, CaseCommand.LEAVE, actor, now).or(() -> reasonsRefusal(actor, reasons));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Hearing.Cause cause =
                file.people().adjudicator(actor.id()) ? Hearing.Cause.ADJUDICATOR : Hearing.Cause.MERCHANT_SIDE;
        Hearing.Departure departure = new Hearing.Departure(cause, actor.id(), now, reasons);
        CaseFile alone = file.with(file.hearing().left(departure));
        return Outcome.done(new CaseChange(alone, List.of(new CaseEvent.CaseLeft(departure))));
    }

    /**
     * Whether both turn on the same: of appeals a clause of one version of the rules, of requests the kind and who answers
     * for it. Versions that are not known, of penalties older than their record, keep nobody apart.
     */
    static boolean sameQuestion(CaseFile lead, CaseFile other) {
        if (lead.kind() != other.kind()) {
            return false;
        }
        if (lead.penalty().isPresent()) {
            List<PenaltyViolation> ours = lead.penalty().get().violations();
            List<PenaltyViolation> theirs = other.penalty().orElseThrow().violations();
            return ours.stream().anyMatch(one -> theirs.stream().anyMatch(one::ofTheSameClause));
        }
        return lead.people().respondentDepartment().isPresent()
                && lead.people().respondentDepartment().equals(other.people().respondentDepartment());
    }

    /**
     * What this person may ask of a lead for its whole group: whoever decides drafts and rules, whoever answers answers.
     * It is the members that wait for it, so it can be asked after the lead itself has gone on, or has ended.
     */
    static List<String> nextActions(CaseFile file, Actor actor) {
        if (!file.leads()) {
            return List.of();
        }
        if (actor.hasAnyOf(CaseCommand.RULE.roles()) && file.people().adjudicator(actor.id())) {
            return List.of("issueJointDraftRulings", "issueJointRulings");
        }
        return actor.hasAnyOf(CaseCommand.FILE_ANSWER.roles())
                        && CaseAdmission.respondent(file, actor).isEmpty()
                ? List.of("fileJointAnswer")
                : List.of();
    }

    /** What is told of a case that is in a group already. */
    static Refusal alreadyJoined() {
        return Refusal.of(CaseRefusal.ALREADY_JOINED, "The case is heard together with others already.");
    }

    private static CaseChange joined(CaseFile file, Hearing.Group group) {
        return new CaseChange(file.with(file.hearing().in(group)), List.of(new CaseEvent.CaseJoined(group)));
    }

    private static Optional<Refusal> questionRefusal(CaseFile file, BilingualText question) {
        if (question.incomplete()) {
            return Optional.of(Refusal.of(
                    CaseRefusal.QUESTION_MISSING, "The question that the cases turn on is told in zh and in en."));
        }
        boolean another = file.hearing()
                .group()
                .filter(group -> !group.question().equals(question))
                .isPresent();
        return another ? Optional.of(otherQuestion()) : Optional.empty();
    }

    private static Refusal otherQuestion() {
        return Refusal.of(CaseRefusal.QUESTION_DIFFERS, "Cases are heard together that turn on the same question.");
    }

    private static Optional<Refusal> reasonsRefusal(Actor actor, BilingualText reasons) {
        boolean own = actor.ofMerchantSide();
        boolean missing = own ? reasons.zh().isBlank() && reasons.en().isBlank() : reasons.incomplete();
        return missing
                ? Optional.of(Refusal.of(
                        CaseRefusal.REASONS_MISSING,
                        own ? "Say why, in either language." : "To hear a case alone needs reasons in zh and in en."))
                : Optional.empty();
    }
}
