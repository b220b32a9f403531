package io.redress.e2e.oracles;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an oracle cannot know of itself. An open dead letter that is expected excuses what I6 finds behind it, not what
 * other oracles miss because of it: replay it before all of them are to hold.
 *
 * @param planted texts that must appear nowhere outside, by names to speak of them
 * @param buriedKeys {@code schema topic key} of the keys with an open dead letter on purpose
 * @param overtaken topics in which events were sent ahead of their turn on purpose
 * @param desks the employees who are told what goes to the suite's desks
 */
public record Expectations(Map<String, String> planted, Set<String> buriedKeys, Set<String> overtaken, Desks desks) {

    /** The employee at each desk; empty where nobody is told. */
    public record Desks(
            Optional<String> integrity,
            Optional<String> duty,
            Optional<String> approvers,
            Optional<String> operators) {}

    public Expectations {
        planted = Map.copyOf(planted);
        buriedKeys = Set.copyOf(buriedKeys);
        overtaken = Set.copyOf(overtaken);
    }

    /** Of a suite with the sample data, in which nothing is buried and nothing was overtaken. */
    public static Expectations ofSample() {
        return new Expectations(
                Planted.sampleTerms(),
                Set.of(),
                Set.of(),
                new Desks(
                        Optional.of("integrity-lead"),
                        Optional.of("adj-lead"),
                        Optional.of("enf-lead"),
                        Optional.of("operator-1")));
    }

    /** The same, with dead letters that were made on purpose. */
    public Expectations withBuried(Set<String> keys) {
        return new Expectations(planted, keys, overtaken, desks);
    }

    /** The same, with topics in which the order was broken on purpose. */
    public Expectations withOvertaken(Set<String> topics) {
        return new Expectations(planted, buriedKeys, topics, desks);
    }
}
