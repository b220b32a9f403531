package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commands from claim to the replies on a draft. */
public final class Deliberation {

    /** Replies that one side may file on one draft. */
    static final int MAX_REPLIES_PER_SIDE = 10;

    private Deliberation() {}

    /**
     * What a draft says, before its effect lines are known.
     *
     * @param measuresLifted the penalty's measures that end whatever its points justify, with PARTIAL
     */
    public record DraftContent(
            RulingOutcome outcome,
            Optional<Integer> points,
            Optional<Money> moneyBack,
            List<ViolationRuling> violations,
            Optional<TermsContent> terms,
            EarlierRulings earlier,
            List<String> measuresLifted) {

        public DraftContent {
            measuresLifted = List.copyOf(measuresLifted);
        }

        /** One that lifts no measure itself. */
        public DraftContent(
                RulingOutcome outcome,
                Optional<Integer> points,
                Optional<Money> moneyBack,
                List<ViolationRuling> violations,
                Optional<TermsContent> terms,
                EarlierRulings earlier) {
            this(outcome, points, moneyBack, violations, terms, earlier, List.of());
        }

        /** One that says nothing about earlier rulings. */
        public DraftContent(
                RulingOutcome outcome,
                Optional<Integer> points,
                Optional<Money> moneyBack,
                List<ViolationRuling> violations,
                Optional<TermsContent> terms) {
            this(outcome, points, moneyBack, violations, terms, EarlierRulings.NONE);
        }

        /** How the penalty is decided, of a conditional draft when all of its conditions are fulfilled. */
        public RulingOutcome decided() {
            return terms.map(TermsContent::fulfilled).orElse(outcome);
        }

        public DraftContent with(List<ViolationRuling> reasoned) {
            return new DraftContent(outcome, points, moneyBack, reasoned, terms, earlier, measuresLifted);
        }
    }

    /**
     * Takes the case for decision.
     *
     * @param answerBy by when the department answers
     */
    public static Outcome<CaseChange> claim(CaseFile file, Actor actor, Instant answerBy, Instant now) {
        if (file.status() == CaseStatus.IN_DELIBERATION) {
            return AdjudicatorChanges.claimReleased(file, actor, now);
        }
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.CLAIM, actor, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        CaseFile claimed = file.with(file.people().withAdjudicator(actor.id()))
                .with(file.proceedings().answerDue(answerBy))
                .with(CaseStatus.IN_DELIBERATION);
        return Outcome.done(new CaseChange(claimed, List.of(new CaseEvent.CaseClaimed(actor.id()))));
    }

    /** Files the department's answer. */
    public static Outcome<CaseChange> answer(CaseFile file, Actor actor, BilingualText text, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.FILE_ANSWER, actor, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        CaseFile answered = file.with(file.proceedings().with(new Answer(text, actor.id(), now)));
        return Outcome.done(new CaseChange(answered, List.of(new CaseEvent.AnswerFiled(actor.id()))));
    }

    /** Why a draft with this content is refused, before anybody is asked for its effect lines. */
    public static Optional<Refusal> draftRefusal(CaseFile file, Actor actor, DraftContent content, Instant now) {
        CaseCommand command = content.outcome() == RulingOutcome.CONDITIONAL
                ? CaseCommand.ISSUE_CONDITIONAL_DRAFT
                : CaseCommand.ISSUE_DRAFT;
        return CaseAdmission.refusal(file, command, actor, now)
                .or(() -> Reasons.refusal(file, content.violations()))
                .or(() -> pointsRefusal(content))
                .or(() -> OutcomeRules.refusal(file, content))
                .or(() -> TermsContent.refusal(content, now))
                .or(() -> Review.worseOff(file, content))
                .or(() -> Citations.unanswered(file, content.earlier().precedents()))
                .or(() -> deviationRefusal(content));
    }

    /** Shows a draft ruling to both sides. A later draft replaces it and starts the reply window anew. */
    public static Outcome<CaseChange> draft(
            CaseFile file,
            Actor actor,
            String draftId,
            DraftContent content,
            List<EffectLine> effects,
            Optional<Terms> terms,
            Instant repliesBy,
            Instant now) {
        Optional<Refusal> refusal = draftRefusal(file, actor, content, now)
                .or(() -> OutcomeRules.effectsRefusal(file, effects))
                .or(() -> TermsContent.refusal(content, repliesBy));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Draft draft = new Draft(
                draftId,
                content.outcome(),
                content.points(),
                OutcomeRules.money(file, content),
                content.violations(),
                effects,
                actor.id(),
                now,
                repliesBy,
                terms,
                content.earlier());
        CaseFile drafted = file.with(file.proceedings().with(draft)).with(CaseStatus.REPLY_WINDOW);
        return Outcome.done(new CaseChange(drafted, List.of(new CaseEvent.DraftRulingIssued(draft))));
    }

    /**
     * Files a side's word on the current draft.
     *
     * @param undertakes whether it gives the undertakings that the draft asks for
     */
    public static Outcome<CaseChange> reply(CaseFile file, Actor actor, String text, boolean undertakes, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.REPLY, actor, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Side side = CaseAdmission.side(file, actor);
        long sameSide = file.proceedings().replies().stream()
                .filter(reply -> reply.side() == side)
                .count();
        if (sameSide >= MAX_REPLIES_PER_SIDE) {
            return Outcome.refused(
                    CaseRefusal.REPLY_LIMIT_REACHED, "A side replies at most " + MAX_REPLIES_PER_SIDE + " times.");
        }
        boolean asked = file.proceedings().terms().filter(Terms::undertaking).isPresent();
        if (undertakes && (!actor.ofMerchantSide() || !asked)) {
            return Outcome.refused(
                    CaseRefusal.UNDERTAKING_INVALID,
                    "The merchant's side alone can undertake something, and only what the current draft asks for.");
        }
        String draftId = file.proceedings().draft().orElseThrow().draftId();
        Reply reply = new Reply(draftId, side, actor.id(), text, now, undertakes);
        CaseFile replied = file.with(file.proceedings().with(reply));
        return Outcome.done(new CaseChange(replied, List.of(new CaseEvent.ReplyFiled(actor.id(), side))));
    }

    /** A human says why the case cannot be heard. */
    public static Outcome<CaseChange> declareInadmissible(
            CaseFile file, Actor actor, BilingualText reasons, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.DECLARE_INADMISSIBLE, actor, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (reasons.incomplete()) {
            return Outcome.refused(CaseRefusal.REASONS_MISSING, "Inadmissibility needs its reasons in zh and en.");
        }
        Ending ending = new Ending(actor.id(), now, file.counted(), Optional.of(reasons));
        CaseFile ended = file.with(file.proceedings().with(ending)).with(CaseStatus.INADMISSIBLE);
        return Outcome.done(new CaseChange(ended, List.of(new CaseEvent.CaseInadmissible(ending))));
    }

    private static Optional<Refusal> deviationRefusal(DraftContent content) {
        for (int i = 0; i < content.violations().size(); i++) {
            Optional<BilingualText> reasons =
                    content.earlier().deviation(content.violations().get(i).violationId());
            if (reasons.filter(BilingualText::incomplete).isPresent()) {
                String detail = "Why it is decided otherwise than usual is said in zh and in en.";
                return Optional.of(Refusal.of(CaseRefusal.CONSISTENCY_REASON_MISSING, detail)
                        .at(List.of(new Refusal.Wrong("/violations/" + i + "/deviationReasons", detail))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> pointsRefusal(DraftContent content) {
        return content.outcome() == RulingOutcome.PARTIAL
                        && content.points().isEmpty()
                        && content.measuresLifted().isEmpty()
                ? Optional.of(Refusal.of(
                        CaseRefusal.POINTS_MISSING,
                        "A partial ruling says how many points are left of the penalty, or which measures it lifts."))
                : Optional.empty();
    }
}
