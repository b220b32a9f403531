package io.redress.e2e.workload;

import io.redress.quickstart.story.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * One merchant's journey, drawn before it begins: the same seed, run and number give the same ids, keys and choices,
 * however fast the suite is and whatever goes wrong.
 *
 * @param name of the journey in the run; every id, key and marker of it begins with it
 * @param points by tariff
 * @param twoCharges whether a second, small penalty is proposed, with the first one's key, by somebody else
 * @param sharedKeys whether everybody uses one key of his own on every route of the appeal
 * @param actAt when the act began, business time
 */
record Plan(
        String name,
        long seed,
        Charge charge,
        int points,
        Verdict verdict,
        boolean twoCharges,
        Charge second,
        boolean sharedKeys,
        long moneyBackMinor,
        User proposer,
        User respondent,
        User advocate,
        User adjudicator,
        Instant actAt) {

    private static final List<Charge> MAIN = List.of(
            Charge.COUNTERFEIT, Charge.COUNTERFEIT, Charge.INFLATED_SALES, Charge.FRAUD, Charge.LEGACY, Charge.CLOSURE);
    private static final List<Charge> SECOND = List.of(Charge.BROKEN_PROMISE, Charge.WRONG_CATEGORY);
    private static final int LEAST_MONEY = 100;
    private static final int MONEY = 1_000_000;
    private static final int HOURS = 24;
    private static final int MONEY_SHARE = 60;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** @param began business time at the start of the run; acts lie before it */
    static Plan draw(long seed, String run, int number, Instant began) {
        long own = seed + number * STEP;
        Random dice = new Random(own);
        Charge charge = MAIN.get(dice.nextInt(MAIN.size()));
        int points = charge.points(dice);
        int proposer = 1 + dice.nextInt(2);
        return new Plan(
                run + "-j" + number,
                own,
                charge,
                points,
                verdict(charge, dice),
                dice.nextInt(3) == 0,
                SECOND.get(dice.nextInt(SECOND.size())),
                dice.nextInt(3) == 0,
                dice.nextInt(100) < MONEY_SHARE ? LEAST_MONEY + dice.nextInt(MONEY) : 0,
                User.staff("enf-" + proposer, "enforcement"),
                User.staff("enf-" + (3 - proposer), "enforcement", "respondent"),
                User.staff("adv-" + (1 + dice.nextInt(2)), "advocate"),
                User.staff("adj-" + (1 + dice.nextInt(2)), "adjudicator"),
                began.minus(Duration.ofDays(2)).minus(Duration.ofHours(dice.nextInt(HOURS))));
    }

    /** A legacy penalty above the cap cannot be upheld as it is. */
    private static Verdict verdict(Charge charge, Random dice) {
        List<Verdict> possible =
                switch (charge) {
                    case LEGACY -> List.of(Verdict.PARTIAL, Verdict.OVERTURN);
                    case CLOSURE -> List.of(Verdict.UPHOLD, Verdict.WITHDRAWN, Verdict.NO_APPEAL);
                    case COUNTERFEIT, INFLATED_SALES, FRAUD, BROKEN_PROMISE, WRONG_CATEGORY ->
                        List.of(Verdict.OVERTURN, Verdict.OVERTURN, Verdict.PARTIAL, Verdict.UPHOLD, Verdict.WITHDRAWN);
                };
        return possible.get(dice.nextInt(possible.size()));
    }

    String merchantId() {
        return "m-" + name;
    }

    String shopId() {
        return "s-" + name;
    }

    User merchant() {
        return User.merchant(merchantId());
    }

    /** Of a journey that is never made: no merchant of the run. */
    User stranger() {
        return User.merchant("m-" + name + "-stranger");
    }

    /** The choices of one step, which no other step and no delay shifts. */
    Random dice(String step) {
        return new Random(seed ^ (long) step.hashCode() * STEP);
    }

    /** The key of a user's step of the appeal. */
    String key(String step, User user) {
        return sharedKeys ? name + "-" + user.subject() : name + "-" + step;
    }
}
