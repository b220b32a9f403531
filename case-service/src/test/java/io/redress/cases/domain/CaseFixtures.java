package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A case of one violation, with one person for every part, in any status. */
final class CaseFixtures {

    static final Instant OPENED = at("2018-04-21T10:00:00+08:00");
    static final Instant REPLIES_BY = at("2018-04-28T10:00:00+08:00");
    static final Instant AFTER_REPLIES = at("2018-05-01T00:00:00+08:00");
    static final Duration EFFECTS_WITHIN = Duration.ofDays(3);

    static final Actor MERCHANT = new Actor("user-1", Set.of("merchant"), Optional.of("m-1004"), Optional.empty());
    static final Actor ADVOCATE = staff("adv-1", "advocacy", "advocate");
    static final Actor ADJUDICATOR = staff("adj-1", "adjudication", "adjudicator");
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
        return done(
                Deliberation.draft(answered(), ADJUDICATOR, "drf_1", partial(), List.of(effects), REPLIES_BY, OPENED));
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

    /** A case in each status that exists; the two of later work by decree. */
    static CaseFile in(CaseStatus status) {
        return switch (status) {
            case OPEN -> opened();
            case IN_ADVOCACY -> inAdvocacy();
            case SUBMITTED -> submitted();
            case IN_DELIBERATION -> answered();
            case REPLY_WINDOW -> inReplyWindow(points(), closure());
            case RULED, CONDITIONAL, REOPENED -> executing().with(status);
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
        return new Deliberation.DraftContent(RulingOutcome.PARTIAL, Optional.of(24), Optional.empty(), ruling());
    }

    static List<ViolationRuling> ruling() {
        return ruling(TEXT, "description");
    }

    static List<ViolationRuling> ruling(BilingualText reasons, String... facts) {
        return List.of(new ViolationRuling("vio_1", RulingOutcome.PARTIAL, reasons, List.of(facts)));
    }

    static EffectLine points() {
        return EffectLine.pinned(
                "eff_1",
                EffectOwner.PENALTIES,
                EffectKind.POINTS,
                "pen_1",
                new EffectTarget(Optional.of(24), Optional.empty(), Optional.empty()));
    }

    static EffectLine closure() {
        return EffectLine.pinned(
                "eff_2",
                EffectOwner.PENALTIES,
                EffectKind.MEASURE,
                "mea_1",
                new EffectTarget(Optional.empty(), Optional.of("LIFTED"), Optional.empty()));
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
