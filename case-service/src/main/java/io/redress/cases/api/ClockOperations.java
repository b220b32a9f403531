package io.redress.cases.api;

import io.redress.cases.api.ClockViews.ClockView;
import io.redress.cases.api.ClockViews.HoldView;
import io.redress.cases.api.ClockViews.LineView;
import io.redress.cases.app.clock.ClockFiles.Asked;
import io.redress.cases.app.clock.ReadClocks;
import io.redress.cases.domain.clock.CaseClocks;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The clocks of a case, who held it, and what became of the clocks of teams. */
public final class ClockOperations {

    private static final Duration MOST_REPORTED = Duration.ofDays(366);

    /** One of a list that is worked out anew each time, with its place in it. */
    private record Placed<T>(int place, T item) {}

    private final ReadClocks read;

    public ClockOperations(ReadClocks read) {
        this.read = read;
    }

    public void bind(Operations operations) {
        operations.query(
                "listCaseClocks",
                (request, context, tx) -> part(request, context, tx, CaseClocks::clocks, ClockView::of));
        operations.query(
                "listCaseHolders",
                (request, context, tx) -> part(request, context, tx, CaseClocks::holds, HoldView::of));
        operations.query("reportClocks", this::report);
    }

    private <T, V> Future<HttpAnswer> part(
            ApiRequest request,
            CommandContext context,
            Tx tx,
            Function<CaseClocks, List<T>> list,
            BiFunction<T, Boolean, V> view) {
        PageRequest page = request.page();
        int after = page.after().map(ClockOperations::place).orElse(0);
        boolean rolesOnly = context.caller().ofMerchantSide();
        return read.of(request.path("caseId"), context, tx).map(found -> {
            if (found.isEmpty()) {
                return HttpAnswer.notFound();
            }
            List<T> all = list.apply(found.get());
            List<Placed<V>> rows = new ArrayList<>();
            for (int place = after; place < all.size() && rows.size() <= page.limit(); place++) {
                rows.add(new Placed<>(place + 1, view.apply(all.get(place), rolesOnly)));
            }
            Page<Placed<V>> placed = Page.of(rows, page.limit(), row -> List.of(Integer.toString(row.place())));
            return HttpAnswer.page(
                    request,
                    new Page<>(placed.items().stream().map(Placed::item).toList(), placed.next()));
        });
    }

    private Future<HttpAnswer> report(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Instant since = TimeParameter.of(request, "from").orElseThrow();
        Instant until = TimeParameter.of(request, "to").orElseThrow();
        if (!since.isBefore(until) || Duration.between(since, until).compareTo(MOST_REPORTED) > 0) {
            throw invalid("to", "after from, and by 366 days at most");
        }
        Optional<List<String>> after = page.after().filter(ClockOperations::teamAndClock);
        Asked asked = new Asked(request.query("team"), since, until);
        return read.report(
                        asked,
                        page.limit(),
                        after.map(key -> key.get(0)).orElse(""),
                        after.map(key -> key.get(1)).orElse(""),
                        tx)
                .map(lines -> HttpAnswer.page(
                        request,
                        Page.of(
                                lines.stream().map(LineView::of).toList(),
                                page.limit(),
                                line -> List.of(line.team(), line.clock().name()))));
    }

    private static int place(List<String> key) {
        try {
            if (key.size() == 1 && Integer.parseInt(key.get(0)) > 0) {
                return Integer.parseInt(key.get(0));
            }
        } catch (NumberFormatException ignored) {
            // answered below, like a place before the first
        }
        throw invalid("cursor", "not a cursor of this list");
    }

    private static boolean teamAndClock(List<String> key) {
        if (key.size() != 2) {
            throw invalid("cursor", "not a cursor of this list");
        }
        return true;
    }

    private static ProblemException invalid(String parameter, String detail) {
        return new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "the request is not as the contract says",
                List.of(new Problem.Violation(parameter, detail)));
    }
}
