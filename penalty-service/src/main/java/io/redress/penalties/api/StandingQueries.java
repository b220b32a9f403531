package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.Parties;
import io.redress.penalties.app.PointHistory;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.domain.shop.Forecast;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads of points: as they stand, as they stood, as they came about, as they will be if nothing happens. */
public final class StandingQueries {

    private final ShopFiles files;
    private final Parties parties;
    private final PointHistory history;

    public StandingQueries(ShopFiles files, Parties parties, PointHistory history) {
        this.files = files;
        this.parties = parties;
        this.history = history;
    }

    public void bind(Operations operations) {
        operations.query("getMerchantStanding", this::merchantStanding);
        operations.query("getShopStanding", this::shopStanding);
        operations.query("getShopForecast", this::forecast);
        operations.query("listPoints", this::points);
    }

    private Future<HttpAnswer> shopStanding(ApiRequest request, CommandContext context, Tx tx) {
        Instant at = at(request, context);
        Instant asKnownAt = asKnownAt(request, context);
        return files.readShop(tx, request.path("shopId"))
                .map(found -> Readers.readable(found, context.caller()))
                .map(shop -> HttpAnswer.ok(StandingViews.ShopStanding.of(shop.file(), at, asKnownAt)));
    }

    private Future<HttpAnswer> forecast(ApiRequest request, CommandContext context, Tx tx) {
        return files.readShop(tx, request.path("shopId"))
                .map(found -> Readers.readable(found, context.caller()))
                .map(shop -> HttpAnswer.ok(StandingViews.ShopForecast.of(
                        shop.file(), context.businessTime(), Forecast.of(shop.file(), context.businessTime()))));
    }

    private Future<HttpAnswer> points(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        String shopId = request.path("shopId");
        return parties.shop(tx, shopId).compose(found -> {
            if (found.filter(shop ->
                            Readers.mayRead(context.caller(), shop.state().merchantId()))
                    .isEmpty()) {
                return Future.succeededFuture(HttpAnswer.notFound());
            }
            return history.entries(tx, shopId, page.after().map(last -> last.get(0)), page.limit() + 1)
                    .map(entries -> Page.of(
                            entries.stream()
                                    .map(StandingViews.PointEntryView::of)
                                    .toList(),
                            page.limit(),
                            entry -> List.of(entry.entryId())))
                    .map(part -> HttpAnswer.page(request, part));
        });
    }

    private Future<HttpAnswer> merchantStanding(ApiRequest request, CommandContext context, Tx tx) {
        String merchantId = request.path("merchantId");
        Instant at = at(request, context);
        Instant asKnownAt = asKnownAt(request, context);
        if (!Readers.mayRead(context.caller(), merchantId)) {
            return Future.succeededFuture(HttpAnswer.notFound());
        }
        return parties.merchant(tx, merchantId).compose(merchant -> {
            if (merchant.isEmpty()) {
                return Future.succeededFuture(HttpAnswer.notFound());
            }
            return parties.shopsOf(tx, merchantId)
                    .compose(ids -> standings(ids, at, asKnownAt, tx))
                    .map(shops -> HttpAnswer.ok(new StandingViews.MerchantStanding(merchantId, at, asKnownAt, shops)));
        });
    }

    private Future<List<StandingViews.ShopStanding>> standings(
            List<String> shopIds, Instant at, Instant asKnownAt, Tx tx) {
        Future<List<StandingViews.ShopStanding>> all = Future.succeededFuture(new ArrayList<>());
        for (String shopId : shopIds) {
            all = all.compose(so -> files.readShop(tx, shopId).map(shop -> {
                shop.ifPresent(found -> so.add(StandingViews.ShopStanding.of(found.file(), at, asKnownAt)));
                return so;
            }));
        }
        return all;
    }

    private static Instant at(ApiRequest request, CommandContext context) {
        return TimeParameter.of(request, "at").orElse(context.businessTime());
    }

    private static Instant asKnownAt(ApiRequest request, CommandContext context) {
        return TimeParameter.of(request, "asKnownAt").orElse(context.businessTime());
    }
}
