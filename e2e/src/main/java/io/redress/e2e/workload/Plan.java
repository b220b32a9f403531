package io.redress.e2e.workload;

import io.redress.quickstart.story.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Dealt anew, in another order, when all of them have been. */
    private static final List<Card> DECK = List.of(
            new Card(Charge.COUNTERFEIT, Verdict.OVERTURN),
            new Card(Charge.COUNTERFEIT, Verdict.PARTIAL),
            new Card(Charge.COUNTERFEIT, Verdict.UPHOLD),
            new Card(Charge.COUNTERFEIT, Verdict.WITHDRAWN),
            new Card(Charge.INFLATED_SALES, Verdict.OVERTURN),
            new Card(Charge.INFLATED_SALES, Verdict.PARTIAL),
            new Card(Charge.INFLATED_SALES, Verdict.UPHOLD),
            new Card(Charge.FRAUD, Verdict.OVERTURN),
            new Card(Charge.FRAUD, Verdict.PARTIAL),
            new Card(Charge.FRAUD, Verdict.WITHDRAWN),
            // above the cap: it cannot be upheld as it is
            new Card(Charge.LEGACY, Verdict.PARTIAL),
            new Card(Charge.LEGACY, Verdict.OVERTURN),
            new Card(Charge.CLOSURE, Verdict.UPHOLD),
            new Card(Charge.CLOSURE, Verdict.WITHDRAWN),
            new Card(Charge.CLOSURE, Verdict.NO_APPEAL));

    /** So many journeys in a row are all the different ones there are. */
    static final int ROUND = DECK.size();

    private static final List<Charge> SECOND = List.of(Charge.BROKEN_PROMISE, Charge.WRONG_CATEGORY);
    private static final int LEAST_MONEY = 100;
    private static final int MONEY = 1_000_000;
    private static final int HOURS = 24;
    private static final int MONEY_SHARE = 60;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** What a merchant is punished for, and how that ends. */
    private record Card(Charge charge, Verdict verdict) {}

    /**
     * @param number from 1
     * @param began business time at the start of the run; acts lie before it
     */
    static Plan draw(long seed, String run, int number, Instant began) {
        long own = seed + number * STEP;
        Random dice = new Random(own);
        Card card = card(seed, number);
        int points = card.charge().points(dice);
        int proposer = 1 + dice.nextInt(2);
        return new Plan(
                run + "-j" + number,
                own,
                card.charge(),
                points,
                card.verdict(),
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

    private static Card card(long seed, int number) {
        List<Card> dealt = new ArrayList<>(DECK);
        Collections.shuffle(dealt, new Random(seed + (number - 1) / ROUND));
        return dealt.get((number - 1) % ROUND);
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
