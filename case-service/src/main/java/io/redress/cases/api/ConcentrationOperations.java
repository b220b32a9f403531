package io.redress.cases.api;

import io.redress.cases.app.advocacy.Concentrations.Place;
import io.redress.cases.app.advocacy.Concentrations.Told;
import io.redress.cases.app.advocacy.ReadConcentrations;
import io.redress.cases.domain.Concentration;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What integrity sees of how much of an advocate's work one merchant takes. */
public final class ConcentrationOperations {

    private static final int KEY_PARTS = 2;

    record ConcentrationView(
            String advocateId,
            String merchantId,
            Instant toldAt,
            long cases,
            long ofCases,
            String period,
            int abovePercent) {

        static ConcentrationView of(Told told, Concentration policy) {
            return new ConcentrationView(
                    told.advocateId(),
                    told.merchantId(),
                    told.toldAt(),
                    told.cases(),
                    told.ofCases(),
                    policy.period().toString(),
                    policy.percent());
        }
    }

    private final ReadConcentrations read;

    public ConcentrationOperations(ReadConcentrations read) {
        this.read = read;
    }

    public void bind(Operations operations) {
        operations.query("listConcentrations", this::concentrations);
    }

    private Future<HttpAnswer> concentrations(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Place after = page.after().map(ConcentrationOperations::place).orElse(Place.FIRST);
        return read.list(page.limit(), after, context, tx)
                .map(part -> HttpAnswer.page(
                        request,
                        Page.of(
                                views(part.items(), part.policy()),
                                page.limit(),
                                (ConcentrationView row) -> List.of(row.advocateId(), row.merchantId()))));
    }

    private static List<ConcentrationView> views(List<Told> items, Optional<Concentration> policy) {
        return items.stream()
                .map(told -> ConcentrationView.of(told, policy.orElseThrow()))
                .toList();
    }

    private static Place place(List<String> key) {
        if (key.size() != KEY_PARTS) {
            throw CaseLists.invalid("cursor", "not a cursor of this list");
        }
        return new Place(key.get(0), key.get(1));
    }
}
