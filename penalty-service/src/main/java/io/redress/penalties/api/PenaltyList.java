package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.Parties;
import io.redress.penalties.app.PenaltySearch;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The list of penalties: the merchant's side reads its own, staff those of all merchants. */
public final class PenaltyList {

    private final PenaltySearch search;
    private final Parties parties;

    public PenaltyList(PenaltySearch search, Parties parties) {
        this.search = search;
        this.parties = parties;
    }

    public void bind(Operations operations) {
        operations.query("listPenalties", this::list);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        PenaltySearch.Filter filter = filter(request, context.caller());
        FilterCursor cursor = FilterCursor.of(filter.toString());
        Optional<PenaltySearch.Place> behind =
                page.after().map(key -> new PenaltySearch.Place(cursor.instant(key, 0), cursor.text(key, 1)));
        return readable(filter, context.caller(), tx)
                .compose(shop -> search.page(tx, filter, behind, page.limit() + 1))
                .map(found -> {
                    Page<PenaltySearch.Found> part = Page.of(found, page.limit(), last -> {
                        Penalty penalty = last.result().penalty();
                        return cursor.key(penalty.basis().proposedAt().toString(), penalty.id());
                    });
                    List<PenaltyView> views = part.items().stream()
                            .map(one -> PenaltyView.of(
                                    one.result(), one.revision(), context.caller(), context.businessTime()))
                            .toList();
                    return HttpAnswer.page(request, new Page<>(views, part.next()));
                });
    }

    /** Fails with not-found for a shop that is not there, or is another merchant's. */
    private Future<Void> readable(PenaltySearch.Filter filter, Caller caller, Tx tx) {
        if (filter.shopId().isEmpty()) {
            return Future.succeededFuture();
        }
        return parties.shop(tx, filter.shopId().get())
                .map(found -> found.filter(
                                shop -> Readers.mayRead(caller, shop.state().merchantId()))
                        .orElseThrow(Readers::unknown))
                .mapEmpty();
    }

    private static PenaltySearch.Filter filter(ApiRequest request, Caller caller) {
        Optional<String> merchantId = request.query("merchantId");
        Optional<String> decidedBy = request.query("decidedBy");
        if (caller.ofMerchantSide()) {
            if (decidedBy.isPresent()) {
                throw new ProblemException(
                        ProblemType.FORBIDDEN, "who of the staff decided is not for the merchant's side");
            }
            String own = caller.merchantId().orElseThrow(Readers::unknown);
            if (merchantId.isPresent() && !merchantId.get().equals(own)) {
                throw Readers.unknown();
            }
            merchantId = Optional.of(own);
        }
        return new PenaltySearch.Filter(
                merchantId,
                request.query("shopId"),
                request.query("clauseId"),
                request.query("rulebookVersion")
                        .map(Integer::parseInt)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                request.query("status").map(PenaltyStatus::valueOf),
                request.query("final").map(Boolean::valueOf),
                decidedBy,
                TimeParameter.of(request, "from"),
                TimeParameter.of(request, "to"));
    }
}
