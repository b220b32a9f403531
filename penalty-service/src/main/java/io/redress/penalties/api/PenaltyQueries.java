package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.ShopFiles;
import io.vertx.core.Future;
import java.util.List;

/** Reads of penalties and measures; another merchant's answer as if they did not exist. */
public final class PenaltyQueries {

    private final ShopFiles files;

    public PenaltyQueries(ShopFiles files) {
        this.files = files;
    }

    public void bind(Operations operations) {
        operations.query("getPenalty", (request, context, tx) -> penalty(request, context, tx)
                .map(shop -> {
                    String id = request.path("penaltyId");
                    PenaltyResult found = PenaltyResult.of(shop.file(), id);
                    List<String> nextActions =
                            NextActions.of(shop.file(), found.penalty(), context.caller(), context.businessTime());
                    return HttpAnswer.ok(PenaltyView.of(found, shop.revision(id), context.caller(), nextActions))
                            .withRevision(shop.revision(id));
                }));
        operations.query("listMeasures", (request, context, tx) -> shop(request.path("shopId"), context.caller(), tx)
                .map(shop -> HttpAnswer.ok(new StandingViews.MeasureList(
                        shop.file().shopId(),
                        shop.file().targetVersion(),
                        shop.file().measures().stream().map(MeasureView::of).toList()))));
    }

    private Future<HeldShop> penalty(ApiRequest request, CommandContext context, Tx tx) {
        return files.readPenalty(tx, request.path("penaltyId")).map(found -> Readers.readable(found, context.caller()));
    }

    private Future<HeldShop> shop(String shopId, Caller caller, Tx tx) {
        return files.readShop(tx, shopId).map(found -> Readers.readable(found, caller));
    }
}
