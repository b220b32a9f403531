package io.redress.cases.app.advocacy;

import io.redress.cases.app.advocacy.Concentrations.Place;
import io.redress.cases.app.advocacy.Concentrations.Told;
import io.redress.cases.domain.Concentration;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads where one merchant takes too much of an advocate's work. */
public final class ReadConcentrations {

    /** @param policy that is in force; empty where concentrations are not watched */
    public record Part(Optional<Concentration> policy, List<Told> items) {
        public Part {
            items = List.copyOf(items);
        }
    }

    private final AdvocateRuns runs;
    private final Concentrations concentrations;

    public ReadConcentrations(AdvocateRuns runs, Concentrations concentrations) {
        this.runs = runs;
        this.concentrations = concentrations;
    }

    /** One more than {@code limit} when there is more; none where they are not watched any more. */
    public Future<Part> list(int limit, Place after, CommandContext context, Tx tx) {
        return runs.concentration(tx)
                .compose(policy -> policy.isEmpty()
                        ? Future.succeededFuture(new Part(policy, List.of()))
                        : concentrations
                                .list(tx, policy.get(), context.businessTime(), limit, after)
                                .map(items -> new Part(policy, items)));
    }
}
