package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Json;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.transparency.Filings;
import io.redress.penalties.app.transparency.RetryFiling;
import io.redress.penalties.domain.transparency.Correction;
import io.redress.penalties.domain.transparency.Filing;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements for the EU Transparency Database: what became of them, as a list and as a file. */
public final class TransparencyApi {

    private static final String JSON_LINES = "application/x-ndjson";

    private final Filings filings;
    private final RetryFiling retry;

    public TransparencyApi(Filings filings, RetryFiling retry) {
        this.filings = filings;
        this.retry = retry;
    }

    public void bind(Operations operations) {
        operations.query("listTransparencyStatements", this::list);
        operations.query("getTransparencyStatement", this::get);
        operations.query("exportTransparencyStatements", this::export);
        operations.command(
                "retryTransparencyStatement",
                (request, context, tx) -> retry.handle(request.path("puid"), tx)
                        .map(decision ->
                                Views.of(decision, (filing, revision) -> TransparencyViews.Summary.of(filing))),
                view -> view);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return filings.page(
                        tx,
                        request.query("state").map(Filing.State::valueOf),
                        page.after().map(key -> key.get(0)),
                        page.limit() + 1)
                .map(rows -> HttpAnswer.page(
                        request,
                        Page.of(
                                rows.stream().map(TransparencyViews.Summary::of).toList(),
                                page.limit(),
                                one -> List.of(one.puid()))));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        String puid = request.path("puid");
        return filings.find(tx, puid)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(HttpAnswer.notFound())
                        : filings.corrections(tx, List.of(puid))
                                .map(corrections ->
                                        HttpAnswer.ok(TransparencyViews.Whole.of(found.get(), corrections))));
    }

    /** One part of the file; the Link leads to the next, and the parts one after the other are the file. */
    private Future<HttpAnswer> export(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return filings.recorded(
                        tx,
                        time("from", request.query("from")),
                        time("to", request.query("to")),
                        page.after().map(TransparencyApi::place),
                        page.limit() + 1)
                .compose(rows -> {
                    Page<Filing> part = Page.of(
                            rows,
                            page.limit(),
                            filing -> List.of(filing.recordedAt().toString(), filing.puid()));
                    List<String> puids = part.items().stream().map(Filing::puid).toList();
                    return filings.corrections(tx, puids)
                            .map(corrections -> file(
                                    HttpAnswer.page(request, new Page<>(List.of(), part.next())),
                                    lines(part, corrections)));
                });
    }

    /** The page's headers, its Link above all, around the lines of the file. */
    private static HttpAnswer file(HttpAnswer page, byte[] lines) {
        HttpAnswer file = HttpAnswer.bytes(JSON_LINES, lines);
        String link = page.headers().get("Link");
        return link == null ? file : file.withHeader("Link", link);
    }

    private static byte[] lines(Page<Filing> part, List<Correction> corrections) {
        return part.items().stream()
                .map(filing -> Json.text(TransparencyViews.Whole.of(filing, corrections)) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Filings.Place place(List<String> key) {
        if (key.size() != 2) {
            throw invalid("cursor", "not a cursor of this list");
        }
        return new Filings.Place(time("cursor", Optional.of(key.get(0))).orElseThrow(), key.get(1));
    }

    private static Optional<Instant> time(String name, Optional<String> text) {
        try {
            return text.map(value -> OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            throw invalid(name, "an instant with offset, such as 2026-04-20T02:00:00Z");
        }
    }

    private static ProblemException invalid(String name, String detail) {
        return new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "the request is not as the contract says",
                List.of(new Problem.Violation(name, detail)));
    }
}
