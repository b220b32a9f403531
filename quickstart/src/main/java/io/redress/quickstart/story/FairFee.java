package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a slot would have cost in proportion: the share of their sales that others paid, the median of them, of these
 * sales; never less than the slot itself cost the platform. An adjudicator's working on paper, no part of the suite.
 *
 * @param fee that was paid
 * @param share what others paid
 * @param others how many
 */
record FairFee(int fee, int sales, int floor, Share share, int others) {

    /** A fee and the sales for it. */
    record Share(int fee, int sales) {

        /** Of other sales, rounded down. */
        int of(int other) {
            return BigInteger.valueOf(other)
                    .multiply(BigInteger.valueOf(fee))
                    .divide(BigInteger.valueOf(sales))
                    .intValueExact();
        }

        /** Share by share, without dividing. */
        static int compare(Share one, Share other) {
            return Long.compare((long) one.fee * other.sales, (long) other.fee * one.sales);
        }
    }

    static FairFee of(StoryFile story) {
        List<Share> shares = new ArrayList<>();
        for (JsonNode pair : story.givenList("comparables")) {
            shares.add(new Share(pair.path(0).asInt(), pair.path(1).asInt()));
        }
        shares.sort(Comparator.comparing((Share share) -> share, Share::compare));
        return new FairFee(
                story.givenNumber("fee"),
                story.givenNumber("sales"),
                story.givenNumber("costFloor"),
                shares.get(shares.size() / 2),
                shares.size());
    }

    /** What is kept of the fee. */
    int kept() {
        return Math.min(fee, Math.max(floor, share.of(sales)));
    }

    int back() {
        return fee - kept();
    }

    /** The working, line by line. */
    List<String> steps() {
        return List.of(
                "of " + others + " others the one in the middle paid " + share.fee() + " for sales of " + share.sales(),
                "the same share of " + sales + " is " + share.of(sales) + "; the slot cost the platform " + floor,
                "so " + kept() + " is kept of " + fee + ", and " + back() + " goes back");
    }
}
