package io.redress.refunds.api;

import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.Tx;
import io.redress.refunds.app.Claims;
import io.redress.refunds.app.PreviewClaimEffect;
import io.redress.refunds.domain.Claim;
import io.redress.refunds.domain.Money;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Claims over HTTP. */
public final class ClaimApi {
    /** What a ruling would order. */
    record PreviewRequest(
            String caseId, Optional<String> penaltyId, String merchantId, String amountMinor, String currency) {}

    record MoneyBody(String amountMinor, String currency) {}

    record EffectBody(String effectId, String owner, String kind, String subject, MoneyBody target) {}

    record PreviewBody(List<EffectBody> effects) {}

    record ClaimBody(
            String id,
            String kind,
            String status,
            String merchantId,
            String caseId,
            String rulingId,
            Optional<String> penaltyId,
            Optional<String> admission,
            String effectId,
            String amountMinor,
            String currency,
            Optional<String> entryId,
            Optional<String> reason,
            Instant decidedAt,
            long version) {}

    private final PreviewClaimEffect preview;
    private final Claims claims;

    public ClaimApi(PreviewClaimEffect preview, Claims claims) {
        this.preview = preview;
        this.claims = claims;
    }

    /** Binds the operations on claims. */
    public void bind(Operations operations) {
        operations.command(
                "previewClaimEffect",
                (request, context, tx) -> Future.succeededFuture(preview.handle(amount(request))),
                ClaimApi::body);
        operations.query("listClaims", this::list);
        operations.query("getClaim", this::get);
    }

    private static Money amount(ApiRequest request) {
        PreviewRequest body = request.body(PreviewRequest.class);
        return new Money(Long.parseLong(body.amountMinor()), body.currency());
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Optional<String> behind = page.after().map(key -> key.get(0));
        Optional<String> own = context.caller().merchantId();
        Optional<String> merchantId = request.query("merchantId");
        if (own.isPresent() && merchantId.isPresent() && !merchantId.equals(own)) {
            return Future.succeededFuture(HttpAnswer.notFound());
        }
        Optional<String> caseId = request.query("caseId");
        if (caseId.isEmpty() && merchantId.isEmpty()) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the list is of a case or of a merchant",
                    List.of(new Problem.Violation("caseId", "missing, and so is merchantId")));
        }
        int limit = page.limit() + 1;
        Future<List<Loaded<Claim>>> found = caseId.isPresent()
                ? claims.ofCase(caseId.get(), own.or(() -> merchantId), behind, limit, tx)
                : claims.ofMerchant(merchantId.get(), behind, limit, tx);
        return found.map(loaded -> loaded.stream().map(ClaimApi::body).toList())
                .map(bodies -> HttpAnswer.ok(Page.of(bodies, page.limit(), body -> List.of(body.id()))));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return claims.find(request.path("claimId"), tx)
                .map(found -> found.filter(loaded -> mayRead(context.caller(), loaded.state()))
                        .map(loaded -> HttpAnswer.ok(body(loaded)).withRevision(loaded.revision()))
                        .orElseGet(HttpAnswer::notFound));
    }

    private static boolean mayRead(Caller caller, Claim claim) {
        return caller.merchantId().isEmpty()
                || caller.merchantId().get().equals(claim.order().merchantId());
    }

    private static PreviewBody body(PreviewClaimEffect.Line line) {
        MoneyBody target = new MoneyBody(
                Long.toString(line.amount().amountMinor()), line.amount().currency());
        return new PreviewBody(List.of(new EffectBody(line.effectId(), "refunds", "CLAIM", line.claimId(), target)));
    }

    private static ClaimBody body(Loaded<Claim> loaded) {
        Claim claim = loaded.state();
        return new ClaimBody(
                claim.id(),
                claim.order().kind().name(),
                claim.status().name(),
                claim.order().merchantId(),
                claim.order().caseId(),
                claim.order().rulingId(),
                claim.order().penaltyId(),
                claim.order().kind().admitsNothing() ? Optional.of("NONE") : Optional.empty(),
                claim.order().effectId(),
                Long.toString(claim.order().amount().amountMinor()),
                claim.order().amount().currency(),
                claim.entryId(),
                claim.reason(),
                claim.decidedAt(),
                loaded.revision().version());
    }
}
