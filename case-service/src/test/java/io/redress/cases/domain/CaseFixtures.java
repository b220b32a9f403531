package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A case of one violation, with one person for every part, in any status. */
final class CaseFixtures {

    static final Instant OPENED = at("2018-04-21T10:00:00+08:00");
    static final Instant REPLIES_BY = at("2018-04-28T10:00:00+08:00");
    static final Instant AFTER_REPLIES = at("2018-05-01T00:00:00+08:00");
    static final Instant REQUEST_DUE = at("2018-05-08T00:00:00+08:00");
    static final Duration EFFECTS_WITHIN = Duration.ofDays(3);
    static final Instant FULFIL_BY = at("2018-06-01T00:00:00+08:00");
    static final Duration REPORTED_WITHIN = Duration.ofDays(3);

    static final Actor MERCHANT = new Actor("user-1", Set.of("merchant"), Optional.of("m-1004"), Optional.empty());
    static final Actor ADVOCATE = staff("adv-1", "advocacy", "advocate");
    static final Actor ADJUDICATOR = staff("adj-1", "adjudication", "adjudicator");
    static final Actor OTHER = staff("adj-2", "adjudication", "adjudicator");
    static final Actor THIRD = staff("adj-3", "adjudication", "adjudicator");
    static final Actor RESPONDENT = staff("enf-2", "enforcement", "enforcement");
    static final Actor OPERATOR = staff("ops-1", "exec", "operator");

    static final BilingualText TEXT = new BilingualText("理由", "reasons");

    /** As the sample policy has it. */
    static final KindPolicy APPEALS = new KindPolicy(
            CaseKind.PENALTY_APPEAL,
            Optional.of(Term.parse("P14D")),
            KindPolicy.Once.PENALTY,
            KindPolicy.Respondent.of("department that imposed the penalty").orElseThrow(),
            List.of(new RequirementRule(
                    "disputedFact",
                    Optional.of("each disputed violation"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("orderExport", "photo"))),
            Set.of(EffectKind.POINTS, EffectKind.MEASURE, EffectKind.CLAIM));

    private CaseFixtures() {}

    static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    static Actor staff(String id, String department, String... roles) {
        return new Actor(id, Set.of(roles), Optional.empty(), Optional.of(department));
    }

    static PenaltyUnderAppeal penalty() {
        return new PenaltyUnderAppeal(
                "pen_1",
                "m-1004",
                "s-2004",
                Optional.of("enforcement"),
                "enf-1",
                Set.of("enf-lead"),
                List.of(new PenaltyViolation("vio_1", "C-02", Set.of("description", "o-1"))),
                48);
    }

    static Intake intake(Optional<String> respondent) {
        return new Intake(
                "cas_1",
                new Party("m-1004", "s-2004", "zh"),
                penalty(),
                respondent,
                Checklist.of(1, APPEALS, penalty(), Map.of()));
    }

    static CaseFile opened() {
        return done(Advocacy.open(intake(Optional.of("enforcement")), MERCHANT, false, OPENED));
    }

    static CaseFile inAdvocacy() {
        return done(Advocacy.assign(opened(), OPERATOR, "adv-1", OPENED));
    }

    static CaseFile submitted() {
        return done(Advocacy.fileBrief(inAdvocacy(), ADVOCATE, "brf_1", "48 to 24", brief(), OPENED));
    }

    static CaseFile inDeliberation() {
        return done(Deliberation.claim(submitted(), ADJUDICATOR, at("2018-04-25T10:00:00+08:00"), OPENED));
    }

    static CaseFile answered() {
        return done(Deliberation.answer(inDeliberation(), RESPONDENT, TEXT, OPENED));
    }

    static CaseFile inReplyWindow(EffectLine... effects) {
        return done(Deliberation.draft(
                answered(), ADJUDICATOR, "drf_1", partial(), List.of(effects), Optional.empty(), REPLIES_BY, OPENED));
    }

    /** The draft's lines are those of its conditions being fulfilled; a lapse brings the line of 36 points. */
    static CaseFile conditionallyDrafted(Condition.Kind... kinds) {
        Deliberation.DraftContent content = conditional(kinds);
        Iterator<String> ids = List.of("cnd_1", "cnd_2").iterator();
        return done(Deliberation.draft(
                answered(),
                ADJUDICATOR,
                "drf_1",
                content,
                List.of(points(), closure()),
                content.terms().map(terms -> terms.terms(ids::next, List.of(pointsTo36()), REPORTED_WITHIN)),
                REPLIES_BY,
                OPENED));
    }

    static CaseFile conditional() {
        return conditional(conditionallyDrafted(Condition.Kind.CONDITION));
    }

    static CaseFile conditional(CaseFile drafted) {
        return done(Judgment.rule(drafted, ADJUDICATOR, "rul_1", "drf_1", ruling(), EFFECTS_WITHIN, AFTER_REPLIES));
    }

    /** 24 points when milestones course-1, course-2 … are achieved before June, else 36. */
    static Deliberation.DraftContent conditional(Condition.Kind... kinds) {
        int[] number = {0};
        List<TermsContent.Asked> asked = Stream.of(kinds)
                .map(kind -> new TermsContent.Asked(kind, TEXT, "prg_1", "course-" + ++number[0], FULFIL_BY))
                .toList();
        return new Deliberation.DraftContent(
                RulingOutcome.CONDITIONAL,
                Optional.of(24),
                Optional.empty(),
                ruling(),
                Optional.of(new TermsContent(RulingOutcome.PARTIAL, RulingOutcome.PARTIAL, Optional.of(36), asked)));
    }

    static MilestoneReport report(String verificationId, Condition.Kind kind, String milestoneId, String achievedAt) {
        String matter = kind == Condition.Kind.CONDITION ? "cas_1" : "pen_1";
        return new MilestoneReport(verificationId, kind, matter, "prg_1", milestoneId, at(achievedAt));
    }

    static CaseFile executing() {
        return done(Judgment.rule(
                inReplyWindow(points(), closure()),
                ADJUDICATOR,
                "rul_1",
                "drf_1",
                ruling(),
                EFFECTS_WITHIN,
                AFTER_REPLIES));
    }

    static CaseFile closed() {
        return done(
                Judgment.rule(inReplyWindow(), ADJUDICATOR, "rul_1", "drf_1", ruling(), EFFECTS_WITHIN, AFTER_REPLIES));
    }

    /** Its ruling left 24 points; adj-2 proposes to decide anew. */
    static CaseFile reopened() {
        return done(Review.propose(
                closed(),
                OTHER,
                "reo_1",
                Optional.of(Reopening.Ground.NEW_EVIDENCE),
                TEXT,
                Optional.empty(),
                AFTER_REPLIES));
    }

    /** The merchant has asked that it be decided anew. */
    static CaseFile requested() {
        return done(ReopeningRequests.ask(
                closed(), MERCHANT, "rrq_1", asked(Reopening.Ground.PROCEDURE), REQUEST_DUE, AFTER_REPLIES));
    }

    /** In the merchant's own language alone. */
    static ReopeningRequests.Content asked(Reopening.Ground ground, Evidence... evidence) {
        return new ReopeningRequests.Content(
                Optional.of(ground), new BilingualText("请重审", ""), List.of(evidence), Map.of());
    }

    /** A case in each status that exists; RULED, which passes within a command, by decree. */
    static CaseFile in(CaseStatus status) {
        return switch (status) {
            case OPEN -> opened();
            case IN_ADVOCACY -> inAdvocacy();
            case SUBMITTED -> submitted();
            case IN_DELIBERATION -> answered();
            case REPLY_WINDOW -> inReplyWindow(points(), closure());
            case RULED -> executing().with(status);
            case REOPENED -> reopened();
            case CONDITIONAL -> conditional();
            case EXECUTING -> executing();
            case CLOSED -> closed();
            case WITHDRAWN -> done(Advocacy.withdraw(opened(), MERCHANT, OPENED));
            case INADMISSIBLE -> done(Deliberation.declareInadmissible(submitted(), ADJUDICATOR, TEXT, OPENED));
        };
    }

    static List<BriefPoint> brief() {
        return List.of(new BriefPoint(
                "vio_1",
                List.of(Ground.NOT_ENUMERATED),
                TEXT,
                List.of(new Evidence("correspondence", "doc-1"), new Evidence(Evidence.HARDSHIP, "doc-2"))));
    }

    static Deliberation.DraftContent partial() {
        return new Deliberation.DraftContent(
                RulingOutcome.PARTIAL, Optional.of(24), Optional.empty(), ruling(), Optional.empty());
    }

    static List<ViolationRuling> ruling() {
        return ruling(TEXT, "description");
    }

    static List<ViolationRuling> ruling(BilingualText reasons, String... facts) {
        return List.of(new ViolationRuling("vio_1", RulingOutcome.PARTIAL, reasons, List.of(facts)));
    }

    static EffectLine points() {
        return points("eff_1", 24);
    }

    static EffectLine pointsTo36() {
        return points("eff_3", 36);
    }

    private static EffectLine points(String effectId, int left) {
        return EffectLine.pinned(
                effectId,
                EffectOwner.PENALTIES,
                EffectKind.POINTS,
                "pen_1",
                new EffectTarget(
                        Optional.of(left), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static EffectLine closure() {
        return EffectLine.pinned(
                "eff_2",
                EffectOwner.PENALTIES,
                EffectKind.MEASURE,
                "mea_1",
                new EffectTarget(
                        Optional.empty(),
                        Optional.of("LIFTED"),
                        Optional.of("SHOP_CLOSURE"),
                        Optional.empty(),
                        Optional.empty()));
    }

    static CaseFile done(Outcome<CaseChange> outcome) {
        if (outcome instanceof Outcome.Done<CaseChange> done) {
            return done.value().state();
        }
        throw new AssertionError("refused: " + refusal(outcome));
    }

    static List<CaseEvent> events(Outcome<CaseChange> outcome) {
        if (outcome instanceof Outcome.Done<CaseChange> done) {
            return done.value().events();
        }
        throw new AssertionError("refused: " + refusal(outcome));
    }

    static Refusal refusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            return refused.refusal();
        }
        throw new AssertionError("not refused: " + outcome);
    }
}
