package io.redress.cases.domain.queue;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The rules in force, ready to be asked. The first one that holds decides; a rule that cannot be asked about a case is
 * passed over, so that every case is put somewhere.
 *
 * @param version of the set that they belong to
 */
public record Routing(long version, List<Ready> rules, Destination otherwise) {

    /** A condition that can be asked. */
    public interface Condition {

        /** @throws CannotBeAsked when it has no answer for these facts */
        boolean holds(RoutingFacts facts) throws CannotBeAsked;
    }

    /** A condition that has no answer for the facts of one case, such as a division by zero. */
    public static final class CannotBeAsked extends Exception {
        private static final long serialVersionUID = 1;

        public CannotBeAsked(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A rule with its condition. */
    public record Ready(RoutingRule rule, Condition condition) {}

    /**
     * Where a case goes.
     *
     * @param ruleId by which; empty where none held
     */
    public record Route(Destination to, Optional<String> ruleId) {}

    public Routing {
        rules = List.copyOf(rules);
    }

    /** @param passedOver is told of each rule that could not be asked, and why */
    public Route route(RoutingFacts facts, BiConsumer<String, CannotBeAsked> passedOver) {
        for (Ready ready : rules) {
            try {
                if (ready.condition().holds(facts)) {
                    return new Route(ready.rule().to(), Optional.of(ready.rule().id()));
                }
            } catch (CannotBeAsked failure) {
                passedOver.accept(ready.rule().id(), failure);
            }
        }
        return new Route(otherwise, Optional.empty());
    }
}
