package io.redress.penalties.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ClauseCounts;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counters by clause, for those who answer for the rules. */
public final class ClauseReportApi {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final ClauseCounts counts;

    public ClauseReportApi(ClauseCounts counts) {
        this.counts = counts;
    }

    public void bind(Operations operations) {
        operations.query("reportPenaltiesByClause", this::report);
    }

    private record Report(Instant from, Instant to, List<LineView> items) {}

    private record LineView(
            String clauseId,
            int rulebookVersion,
            long proposed,
            long inForce,
            long refused,
            long reversed,
            long reduced,
            long points,
            @JsonProperty("final") long isFinal,
            Optional<BigDecimal> medianDaysToFinality,
            Optional<BigDecimal> shareReversed) {

        static LineView of(ClauseCounts.Line line) {
            return new LineView(
                    line.clauseId(),
                    line.rulebookVersion(),
                    line.proposed(),
                    line.inForce(),
                    line.refused(),
                    line.reversed(),
                    line.reduced(),
                    line.points(),
                    line.isFinal(),
                    line.medianDays(),
                    line.shareReversed());
        }
    }

    private Future<HttpAnswer> report(ApiRequest request, CommandContext context, Tx tx) {
        Instant from = TimeParameter.of(request, "from").orElseThrow();
        Instant to = TimeParameter.of(request, "to").orElseThrow();
        if (!from.isBefore(to) || from.plus(LONGEST).isBefore(to)) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the request is not as the contract says",
                    List.of(new Problem.Violation("to", "after from, and by 366 days at most")));
        }
        return counts.proposedBetween(tx, from, to)
                .map(lines -> HttpAnswer.ok(
                        new Report(from, to, lines.stream().map(LineView::of).toList())));
    }
}
