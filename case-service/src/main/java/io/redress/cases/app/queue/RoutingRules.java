package io.redress.cases.app.queue;

import io.redress.cases.domain.queue.Routing;
import io.redress.cases.domain.queue.RoutingRule;
import io.redress.kit.outcome.Refusal;
import io.vertx.core.Future;
import java.util.List;

/** Makes conditions of the expressions of rules. */
public interface RoutingRules {

    /**
     * The rules with their conditions, in their order.
     *
     * @param wrong what is wrong with which expression; then {@code ready} lacks it
     */
    record Prepared(List<Routing.Ready> ready, List<Refusal.Wrong> wrong) {
        public Prepared {
            ready = List.copyOf(ready);
            wrong = List.copyOf(wrong);
        }
    }

    Future<Prepared> prepare(List<RoutingRule> rules);
}
