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
import io.redress.penalties.app.seal.Challenges;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.Future;

/** Reads of penalties, statements and measures; another merchant's answer as if they did not exist. */
public final class PenaltyQueries {

    private final ShopFiles files;
    private final Challenges challenges;

    public PenaltyQueries(ShopFiles files, Challenges challenges) {
        this.files = files;
        this.challenges = challenges;
    }

    public void bind(Operations operations) {
        operations.query("getPenalty", (request, context, tx) -> penalty(request, context, tx)
                .map(shop -> {
                    String id = request.path("penaltyId");
                    return HttpAnswer.ok(PenaltyView.of(
                                    PenaltyResult.of(shop.file(), id),
                                    shop.revision(id),
                                    context.caller(),
                                    context.businessTime()))
                            .withRevision(shop.revision(id));
                }));
        operations.query("getStatementOfReasons", (request, context, tx) -> penalty(request, context, tx)
                .compose(shop -> statement(shop.file(), request.path("penaltyId"), tx)));
        operations.query("listMeasures", (request, context, tx) -> shop(request.path("shopId"), context.caller(), tx)
                .map(shop -> HttpAnswer.ok(new StandingViews.MeasureList(
                        shop.file().shopId(),
                        shop.file().targetVersion(),
                        shop.file().measures().stream().map(MeasureView::of).toList()))));
    }

    private Future<HttpAnswer> statement(ShopFile file, String penaltyId, Tx tx) {
        Penalty penalty = file.penalty(penaltyId).orElseThrow();
        if (penalty.statement().isEmpty()) {
            return Future.succeededFuture(HttpAnswer.notFound());
        }
        return challenges.of(tx, penaltyId).map(all -> HttpAnswer.ok(StatementView.of(file, penalty, all)));
    }

    private Future<HeldShop> penalty(ApiRequest request, CommandContext context, Tx tx) {
        return files.readPenalty(tx, request.path("penaltyId")).map(found -> Readers.readable(found, context.caller()));
    }

    private Future<HeldShop> shop(String shopId, Caller caller, Tx tx) {
        return files.readShop(tx, shopId).map(found -> Readers.readable(found, caller));
    }
}
