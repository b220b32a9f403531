package io.redress.notifications.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.notifications.app.RefusedNotices;
import io.redress.notifications.app.RetryNotice;
import io.redress.notifications.domain.About;
import io.redress.notifications.domain.RefusedNotice;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The notices that were not sent, over HTTP, for operators. */
public final class RefusedNoticeApi {
    private final RefusedNotices refusedNotices;
    private final RetryNotice retry;

    public RefusedNoticeApi(RefusedNotices refusedNotices, RetryNotice retry) {
        this.refusedNotices = refusedNotices;
        this.retry = retry;
    }

    /** A refused notice, without the words that it would have had. */
    record Body(
            String id,
            String type,
            String addressee,
            Optional<String> merchantId,
            NoticeBody.AboutBody about,
            String sourceEventId,
            String reason,
            String detail,
            String status,
            Instant refusedAt,
            Optional<String> noticeId,
            Optional<String> resolvedBy,
            Optional<Instant> resolvedAt) {

        static Body of(RefusedNotice refused) {
            return new Body(
                    refused.id(),
                    refused.type().wireName(),
                    refused.addressee().name(),
                    refused.merchantId(),
                    NoticeBody.AboutBody.of(About.of(refused.event())),
                    refused.event().id(),
                    refused.why().reason().code(),
                    refused.why().detail(),
                    refused.status().name(),
                    refused.refusedAt(),
                    refused.resolution().flatMap(RefusedNotice.Resolution::noticeId),
                    refused.resolution().map(RefusedNotice.Resolution::by),
                    refused.resolution().map(RefusedNotice.Resolution::at));
        }
    }

    /** Binds every operation on refused notices. */
    public void bind(Operations operations) {
        operations.query("listRefusedNotices", this::list);
        operations.command(
                "retryRefusedNotice",
                (request, context, tx) -> retry.handle(request.path("refusedNoticeId"), context, tx),
                Body::of);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        RefusedNotice.Status status =
                request.query("status").map(RefusedNotice.Status::valueOf).orElse(RefusedNotice.Status.OPEN);
        return refusedNotices
                .list(status, page.after().map(key -> key.get(0)), page.limit() + 1, tx)
                .map(found -> found.stream().map(Body::of).toList())
                .map(bodies -> HttpAnswer.page(request, Page.of(bodies, page.limit(), body -> List.of(body.id()))));
    }
}
