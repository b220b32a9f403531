package io.redress.cases.domain.clock;

import io.redress.cases.domain.CasePolicy;
import io.redress.cases.domain.ClockWatch;
import io.redress.cases.domain.Side;
import io.redress.cases.domain.Term;
import io.redress.cases.domain.clock.Calendars.Published;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A history as a test tells it, in Shanghai's time of 2018, under the sample's policy and calendar. */
final class Histories {

    static final CasePolicy POLICY =
            new CasePolicy(Term.parse("1B"), Term.parse("2B"), Term.parse("2B"), Term.parse("5B"), ClockWatch.DEFAULT);

    static final Calendars CALENDARS =
            new Calendars(BusinessTimeTest.SHANGHAI, List.of(new Published(Instant.EPOCH, BusinessTimeTest.YEAR_2018)));

    static final ClockRules RULES = new ClockRules(POLICY, CALENDARS);

    private final List<Step> steps = new ArrayList<>();

    static Histories openedByTheMerchant(String at) {
        return openedBy("user-1", at);
    }

    static Histories openedBy(String actor, String at) {
        return new Histories().step(StepKind.OPENED, at, actor, null, null, null);
    }

    Histories assigned(String at, String actor, String advocate) {
        return step(StepKind.ASSIGNED, at, actor, advocate, null, null);
    }

    Histories brief(String at) {
        return step(StepKind.BRIEF, at, "adv-1", null, null, null);
    }

    Histories claimed(String at, String answerBy) {
        return step(StepKind.CLAIMED, at, "adj-1", "adj-1", answerBy, null);
    }

    Histories answered(String at) {
        return step(StepKind.ANSWERED, at, "enf-2", "enf-2", null, null);
    }

    Histories drafted(String at, String repliesBy) {
        return step(StepKind.DRAFTED, at, "adj-1", null, repliesBy, null);
    }

    Histories replied(String at, Side side) {
        return step(StepKind.REPLIED, at, side == Side.MERCHANT ? "user-1" : "enf-2", null, null, side);
    }

    Histories ruled(String at) {
        return step(StepKind.RULED, at, "adj-1", null, null, null);
    }

    Histories ended(StepKind kind, String at) {
        return step(kind, at, "user-1", null, null, null);
    }

    Histories reopened(String at, String adjudicator) {
        return step(StepKind.REOPENED, at, adjudicator, adjudicator, null, null);
    }

    Histories continued(String at, String advocate) {
        return step(StepKind.CONTINUED, at, advocate, advocate, null, null);
    }

    Histories changed(String at, String advocate) {
        return step(StepKind.CHANGED, at, "case-service", advocate, null, null);
    }

    /** @param until the end of waiting that the question was given; null for one that nothing waits for */
    Histories asked(String at, String until) {
        return step(StepKind.ASKED, at, "adv-1", null, until, null);
    }

    Histories advocateWrote(String at) {
        return step(StepKind.ADVOCATE_WROTE, at, "adv-1", null, null, null);
    }

    Histories merchantWrote(String at) {
        return step(StepKind.MERCHANT_WROTE, at, "user-1", null, null, null);
    }

    Histories ruledOnConditions(String at, String fulfilBy) {
        return step(StepKind.RULED, at, "adj-1", null, fulfilBy, null);
    }

    CaseHistory history() {
        return new CaseHistory("cas_1", "m-1", Optional.of("enforcement"), steps);
    }

    CaseClocks asOf(String at) {
        return CaseClocks.of(history(), RULES, at(at));
    }

    private Histories step(StepKind kind, String at, String actor, String person, String until, Side side) {
        steps.add(new Step(
                kind,
                at(at),
                actor,
                Optional.ofNullable(person),
                Optional.ofNullable(until).map(Histories::at),
                Optional.ofNullable(side)));
        return this;
    }

    /** @param text such as {@code 04-26T10:00} */
    static Instant at(String text) {
        return OffsetDateTime.parse("2018-" + text + ":00+08:00").toInstant();
    }
}
