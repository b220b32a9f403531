package io.redress.cases.api;

import io.redress.cases.api.Bodies.AssignAdvocateBody;
import io.redress.cases.api.Bodies.ChangeAdvocateBody;
import io.redress.cases.api.Bodies.RateAdvocateBody;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.advocacy.ChangeAdvocate;
import io.redress.cases.app.advocacy.IndependenceLog;
import io.redress.cases.app.advocacy.RateAdvocate;
import io.redress.cases.app.advocacy.ReadAdvocacy;
import io.redress.cases.app.advocacy.ReassignAdvocate;
import io.redress.cases.domain.AdvocateRating;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may become of a case's advocate, and what integrity reads. */
public final class AdvocateOperations {

    private static final int SAMPLE = 20;

    private final ChangeAdvocate change;
    private final ReassignAdvocate reassign;
    private final RateAdvocate rate;
    private final ReadAdvocacy read;

    public AdvocateOperations(ChangeAdvocate change, ReassignAdvocate reassign, RateAdvocate rate, ReadAdvocacy read) {
        this.change = change;
        this.reassign = reassign;
        this.rate = rate;
        this.read = read;
    }

    public void bind(Operations operations) {
        operations.command("changeAdvocate", this::change, CaseView::of);
        operations.command("reassignAdvocate", this::reassign, CaseView::of);
        operations.command("rateAdvocate", this::rate, rating -> rating);
        operations.query("listAdvocateCandidates", this::candidates);
        operations.query("getAdvocateChanges", this::history);
        operations.query("listAdvocateRatings", this::ratings);
        operations.query("listIndependenceAttempts", this::attempts);
        operations.query("sampleClosedCases", this::sample);
    }

    private Future<Decision<CaseResult>> change(ApiRequest request, CommandContext context, Tx tx) {
        ChangeAdvocateBody body = request.body(ChangeAdvocateBody.class);
        return change.handle(new ChangeAdvocate.Command(request.path("caseId"), body.reason()), context, tx);
    }

    private Future<Decision<CaseResult>> reassign(ApiRequest request, CommandContext context, Tx tx) {
        AssignAdvocateBody body = request.body(AssignAdvocateBody.class);
        return reassign.handle(new ReassignAdvocate.Command(request.path("caseId"), body.advocateId()), context, tx);
    }

    private Future<Decision<AdvocateRating>> rate(ApiRequest request, CommandContext context, Tx tx) {
        int score = request.body(RateAdvocateBody.class).score();
        return rate.handle(new RateAdvocate.Command(request.path("caseId"), score), context, tx);
    }

    private Future<HttpAnswer> candidates(ApiRequest request, CommandContext context, Tx tx) {
        return read.candidates(request.path("caseId"), context, tx)
                .map(found -> found.map(assessed -> HttpAnswer.ok(AdvocateViews.candidates(assessed)))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> history(ApiRequest request, CommandContext context, Tx tx) {
        return read.history(request.path("caseId"), context, tx)
                .map(found -> found.map(history -> HttpAnswer.ok(AdvocateViews.changes(history)))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> ratings(ApiRequest request, CommandContext context, Tx tx) {
        return read.ratings(request.path("caseId"), context, tx)
                .map(found -> found.map(ratings -> HttpAnswer.ok(new AdvocateViews.Items<>(ratings)))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> attempts(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return read.attempts(asked(request), page.limit(), page.after().map(AdvocateOperations::attemptId), tx)
                .map(rows -> HttpAnswer.ok(Page.of(
                        rows.stream().map(AttemptView::of).toList(),
                        page.limit(),
                        (AttemptView row) -> List.of(row.id()))));
    }

    private static String attemptId(List<String> key) {
        if (key.size() != 1 || !key.get(0).startsWith("att_")) {
            throw CaseLists.invalid("cursor", "not a cursor of this list");
        }
        return key.get(0);
    }

    private static IndependenceLog.Asked asked(ApiRequest request) {
        Optional<Instant> from = TimeParameter.of(request, "from");
        Optional<Instant> to = TimeParameter.of(request, "to");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw CaseLists.invalid("to", "not after from");
        }
        return new IndependenceLog.Asked(
                request.query("caseId"),
                request.query("by"),
                request.query("kind")
                        .map(AttemptView.Kind::valueOf)
                        .map(AttemptView::kept)
                        .orElse(Set.of()),
                from,
                to);
    }

    private Future<HttpAnswer> sample(ApiRequest request, CommandContext context, Tx tx) {
        int size = request.query("size").map(Integer::parseInt).orElse(SAMPLE);
        Instant closedBefore = closedBefore(request).orElse(context.businessTime());
        return read.sample(request.query("seed").orElse(""), size, closedBefore, tx)
                .map(cases -> HttpAnswer.ok(new AdvocateViews.Items<>(cases)));
    }

    private static Optional<Instant> closedBefore(ApiRequest request) {
        try {
            return request.query("closedBefore")
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException unreadable) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the request is not as the contract says",
                    List.of(new Problem.Violation("closedBefore", "an instant with offset or Z")));
        }
    }
}
