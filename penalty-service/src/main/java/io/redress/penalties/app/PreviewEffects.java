package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.milestone.RulingConditions;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.milestone.RulingCondition;
import io.redress.penalties.domain.shop.Ruling;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Foretells, line by line, what a ruling would do here, and whether the milestones it would depend on can be achieved;
 * changes nothing. Empty when there is no such penalty.
 */
public final class PreviewEffects {

    private final ShopFiles files;
    private final RulingConditions conditions;
    private final IdSource ids;

    public PreviewEffects(ShopFiles files, RulingConditions conditions, IdSource ids) {
        this.conditions = conditions;
        this.files = files;
        this.ids = ids;
    }

    public Future<Optional<Outcome<Ruling.Preview>>> handle(
            String penaltyId, Ruling.Judgment judgment, List<RulingCondition> depends, CommandContext context, Tx tx) {
        return files.readPenalty(tx, penaltyId)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : conditions
                                .refusal(found.get().file().shopId(), depends, tx)
                                .map(refusal -> refusal.map(Outcome::<Ruling.Preview>refused))
                                .map(refused -> Optional.of(refused.orElseGet(() -> Ruling.preview(
                                        found.get().file(),
                                        found.get().file().penalty(penaltyId).orElseThrow(),
                                        judgment,
                                        ids,
                                        context.businessTime())))));
    }
}
