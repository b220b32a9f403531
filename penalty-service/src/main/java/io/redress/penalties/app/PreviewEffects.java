package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.shop.Ruling;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.OptionalInt;

/** Foretells, line by line, what a ruling would do here; changes nothing. Empty when there is no such penalty. */
public final class PreviewEffects {

    private final ShopFiles files;
    private final IdSource ids;

    public PreviewEffects(ShopFiles files, IdSource ids) {
        this.files = files;
        this.ids = ids;
    }

    public Future<Optional<Outcome<Ruling.Preview>>> handle(
            String penaltyId, Ruling.Verdict verdict, OptionalInt points, CommandContext context, Tx tx) {
        return files.readPenalty(tx, penaltyId)
                .map(found -> found.map(shop -> Ruling.preview(
                        shop.file(),
                        shop.file().penalty(penaltyId).orElseThrow(),
                        verdict,
                        points,
                        ids,
                        context.businessTime())));
    }
}
