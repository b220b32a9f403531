package io.redress.notifications.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.notifications.app.Inbox;
import io.redress.notifications.app.NoticeAccess;
import io.redress.notifications.app.ReadNotice;
import io.vertx.core.Future;
import java.util.List;

/** The inbox over HTTP. */
public final class NoticeApi {
    private final Inbox inbox;
    private final NoticeAccess access;
    private final ReadNotice readNotice;

    public NoticeApi(Inbox inbox, NoticeAccess access, ReadNotice readNotice) {
        this.inbox = inbox;
        this.access = access;
        this.readNotice = readNotice;
    }

    /** Binds the operations of the inbox. */
    public void bind(Operations operations) {
        operations.query("listNotices", this::list);
        operations.query("getNotice", this::get);
        operations.command(
                "readNotice",
                (request, context, tx) -> readNotice.handle(request.path("noticeId"), context, tx),
                NoticeBody::of);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        boolean unreadOnly = request.query("unread").filter("true"::equals).isPresent();
        return inbox.list(context.caller(), unreadOnly, page.after().map(key -> key.get(0)), page.limit() + 1, tx)
                .map(notices -> notices.stream().map(NoticeBody::of).toList())
                .map(bodies -> HttpAnswer.ok(Page.of(bodies, page.limit(), body -> List.of(body.id()))));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return access.find(context.caller(), request.path("noticeId"), tx).map(found -> found.map(
                        seen -> HttpAnswer.ok(NoticeBody.of(seen.notice().state(), seen.deliveries()))
                                .withRevision(seen.notice().revision()))
                .orElseGet(HttpAnswer::notFound));
    }
}
