package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.Parties;
import io.redress.penalties.app.PointHistory;
import io.redress.penalties.app.ShopFiles;
import io.vertx.core.Future;
import java.time.Instant;
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
        operations.query("getMerchantForecast", this::merchantForecast);
        operations.query("listMerchantPoints", this::merchantPoints);
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
                .map(shop -> HttpAnswer.ok(StandingViews.ShopForecast.of(shop.file(), context.businessTime())));
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
                    .map(entries -> points(request, page, entries));
        });
    }

    private Future<HttpAnswer> merchantPoints(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        String merchantId = request.path("merchantId");
        return known(merchantId, context, tx)
                .compose(known -> history.entriesOfMerchant(
                        tx, merchantId, page.after().map(last -> last.get(0)), page.limit() + 1))
                .map(entries -> points(request, page, entries));
    }

    private static HttpAnswer points(ApiRequest request, PageRequest page, List<PointHistory.OfShop> entries) {
        return HttpAnswer.page(
                request,
                Page.of(
                        entries.stream().map(StandingViews.PointEntryView::of).toList(),
                        page.limit(),
                        entry -> List.of(entry.entryId())));
    }

    private Future<HttpAnswer> merchantStanding(ApiRequest request, CommandContext context, Tx tx) {
        String merchantId = request.path("merchantId");
        Instant at = at(request, context);
        Instant asKnownAt = asKnownAt(request, context);
        return shopsOf(request, context, tx).map(shops -> {
            Page<StandingViews.ShopStanding> part = Page.of(
                    shops.stream()
                            .map(shop -> StandingViews.ShopStanding.of(shop.file(), at, asKnownAt))
                            .toList(),
                    request.page().limit(),
                    shop -> List.of(shop.shopId()));
            return HttpAnswer.part(
                    request,
                    new StandingViews.MerchantStanding(merchantId, at, asKnownAt, part.items(), part.next()),
                    part);
        });
    }

    private Future<HttpAnswer> merchantForecast(ApiRequest request, CommandContext context, Tx tx) {
        Instant now = context.businessTime();
        return shopsOf(request, context, tx).map(shops -> {
            Page<StandingViews.ShopForecast> part = Page.of(
                    shops.stream()
                            .map(shop -> StandingViews.ShopForecast.of(shop.file(), now))
                            .toList(),
                    request.page().limit(),
                    shop -> List.of(shop.shopId()));
            return HttpAnswer.part(
                    request,
                    new StandingViews.MerchantForecast(request.path("merchantId"), now, part.items(), part.next()),
                    part);
        });
    }

    /** One more than the page holds when there is more. */
    private Future<List<HeldShop>> shopsOf(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        String behind = page.after().map(last -> last.get(0)).orElse("");
        return known(request.path("merchantId"), context, tx)
                .compose(known -> files.readShopsOf(tx, request.path("merchantId"), behind, page.limit() + 1));
    }

    /** Fails with not-found where the caller finds no such merchant. */
    private Future<Void> known(String merchantId, CommandContext context, Tx tx) {
        if (!Readers.mayRead(context.caller(), merchantId)) {
            return Future.failedFuture(Readers.unknown());
        }
        return parties.merchant(tx, merchantId)
                .map(merchant -> merchant.orElseThrow(Readers::unknown))
                .mapEmpty();
    }

    private static Instant at(ApiRequest request, CommandContext context) {
        return TimeParameter.of(request, "at").orElse(context.businessTime());
    }

    private static Instant asKnownAt(ApiRequest request, CommandContext context) {
        return TimeParameter.of(request, "asKnownAt").orElse(context.businessTime());
    }
}
