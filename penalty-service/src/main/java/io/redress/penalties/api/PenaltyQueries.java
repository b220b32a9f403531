package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.Parties;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.seal.Challenges;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads of penalties, statements, points and measures; another merchant's answer as if they did not exist. */
public final class PenaltyQueries {

    private final ShopFiles files;
    private final Parties parties;
    private final Challenges challenges;

    public PenaltyQueries(ShopFiles files, Parties parties, Challenges challenges) {
        this.files = files;
        this.parties = parties;
        this.challenges = challenges;
    }

    public void bind(Operations operations) {
        operations.query("getPenalty", (request, context, tx) -> penalty(request, context, tx)
                .map(shop -> {
                    String id = request.path("penaltyId");
                    return HttpAnswer.ok(PenaltyView.of(
                                    PenaltyResult.of(shop.file(), id), shop.revision(id), context.caller()))
                            .withRevision(shop.revision(id));
                }));
        operations.query("listPenalties", this::list);
        operations.query("getStatementOfReasons", (request, context, tx) -> penalty(request, context, tx)
                .compose(shop -> statement(shop.file(), request.path("penaltyId"), tx)));
        operations.query("getMerchantStanding", this::merchantStanding);
        operations.query("getShopStanding", (request, context, tx) -> shop(request.path("shopId"), context.caller(), tx)
                .map(shop -> HttpAnswer.ok(StandingViews.ShopStanding.of(
                        shop.file(), at(request, context), asKnownAt(request, context)))));
        operations.query("listPoints", this::points);
        operations.query("listMeasures", (request, context, tx) -> shop(request.path("shopId"), context.caller(), tx)
                .map(shop -> HttpAnswer.ok(new StandingViews.MeasureList(
                        shop.file().shopId(),
                        shop.file().targetVersion(),
                        shop.file().measures().stream().map(MeasureView::of).toList()))));
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return shop(request.query("shopId").orElseThrow(), context.caller(), tx)
                .map(shop -> HttpAnswer.ok(page(
                        shop.file().penalties().stream()
                                .map(penalty -> PenaltyView.of(
                                        PenaltyResult.of(shop.file(), penalty.id()),
                                        shop.revision(penalty.id()),
                                        context.caller()))
                                .toList(),
                        page,
                        PenaltyView::id)));
    }

    private Future<HttpAnswer> points(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return shop(request.path("shopId"), context.caller(), tx)
                .map(shop -> HttpAnswer.ok(page(
                        shop.file().entries().stream()
                                .map(StandingViews.PointEntryView::of)
                                .toList(),
                        page,
                        StandingViews.PointEntryView::entryId)));
    }

    /** A part of an ordered list that never loses an item; behind an item that is not of the list there is nothing. */
    private static <T> Page<T> page(List<T> all, PageRequest request, Function<T, String> id) {
        List<T> behind = all;
        if (request.after().isPresent()) {
            List<String> ids = all.stream().map(id).toList();
            int last = ids.indexOf(request.after().get().get(0));
            behind = last < 0 ? List.of() : all.subList(last + 1, all.size());
        }
        return Page.of(behind, request.limit(), item -> List.of(id.apply(item)));
    }

    private Future<HttpAnswer> statement(ShopFile file, String penaltyId, Tx tx) {
        Penalty penalty = file.penalty(penaltyId).orElseThrow();
        if (penalty.statement().isEmpty()) {
            return Future.succeededFuture(HttpAnswer.notFound());
        }
        return challenges.of(tx, penaltyId).map(all -> HttpAnswer.ok(StatementView.of(file, penalty, all)));
    }

    private Future<HttpAnswer> merchantStanding(ApiRequest request, CommandContext context, Tx tx) {
        String merchantId = request.path("merchantId");
        Instant at = at(request, context);
        Instant asKnownAt = asKnownAt(request, context);
        if (!mayRead(context.caller(), merchantId)) {
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

    private Future<HeldShop> penalty(ApiRequest request, CommandContext context, Tx tx) {
        return files.readPenalty(tx, request.path("penaltyId")).map(found -> readable(found, context.caller()));
    }

    private Future<HeldShop> shop(String shopId, Caller caller, Tx tx) {
        return files.readShop(tx, shopId).map(found -> readable(found, caller));
    }

    private static HeldShop readable(Optional<HeldShop> found, Caller caller) {
        return found.filter(shop -> mayRead(caller, shop.file().merchantId()))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id"));
    }

    private static boolean mayRead(Caller caller, String merchantId) {
        return caller.merchantId().isEmpty() || caller.merchantId().get().equals(merchantId);
    }

    private static Instant at(ApiRequest request, CommandContext context) {
        return time(request, "at").orElse(context.businessTime());
    }

    private static Instant asKnownAt(ApiRequest request, CommandContext context) {
        return time(request, "asKnownAt").orElse(context.businessTime());
    }

    static Optional<Instant> time(ApiRequest request, String name) {
        try {
            return request.query(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the request is not as the contract says",
                    List.of(new Problem.Violation(name, "an instant with offset, such as 2018-04-20T02:00:00Z")));
        }
    }
}
