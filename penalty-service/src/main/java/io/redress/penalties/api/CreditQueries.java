package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.milestone.Earnings;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.Crediting;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a shop earned back, and what of it counts; by the same fold as its standing. */
public final class CreditQueries {

    private final ShopFiles files;
    private final Earnings earnings;

    public CreditQueries(ShopFiles files, Earnings earnings) {
        this.files = files;
        this.earnings = earnings;
    }

    public void bind(Operations operations) {
        operations.query("listCredits", this::list);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Instant at = TimeParameter.of(request, "at").orElse(context.businessTime());
        Instant asKnownAt = TimeParameter.of(request, "asKnownAt").orElse(context.businessTime());
        Instant until = at.isBefore(asKnownAt) ? at : asKnownAt;
        return files.readShop(tx, request.path("shopId"))
                .map(found -> Readers.readable(found, context.caller()).file())
                .compose(file -> earnings.of(
                                tx, file.shopId(), until, page.after().map(last -> last.get(0)), page.limit() + 1)
                        .map(earned -> HttpAnswer.page(
                                request,
                                Page.of(
                                        views(file, earned, at, asKnownAt),
                                        page.limit(),
                                        last -> List.of(last.verificationId())))));
    }

    private static List<CreditView> views(ShopFile file, List<Earnings.Earned> earned, Instant at, Instant asKnownAt) {
        Map<String, Integer> taken = file.creditsTaken(Crediting.BUCKET, at, asKnownAt);
        return earned.stream()
                .map(one -> CreditView.of(
                        one,
                        one.creditId().map(id -> taken.getOrDefault(id, 0)).orElse(0),
                        Crediting.year(file, one.verification().verifiedAt())))
                .toList();
    }

    /**
     * One verified milestone.
     *
     * @param credited what was booked for it
     * @param counted what of that took points off, by what is known of the penalties
     * @param year whose cap it counts against
     */
    record CreditView(
            String verificationId,
            String programmeId,
            Text programme,
            String milestoneId,
            Text milestone,
            Instant achievedAt,
            Instant verifiedAt,
            int credited,
            int counted,
            int year) {

        private static CreditView of(Earnings.Earned earned, int counted, int year) {
            return new CreditView(
                    earned.verification().id(),
                    earned.verification().claim().programmeId(),
                    earned.programme(),
                    earned.verification().claim().milestoneId(),
                    earned.milestone(),
                    earned.verification().claim().achievedAt(),
                    earned.verification().verifiedAt(),
                    earned.verification().credited(),
                    counted,
                    year);
        }
    }
}
