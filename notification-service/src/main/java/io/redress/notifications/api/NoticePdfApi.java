package io.redress.notifications.api;

import io.redress.kit.command.Loaded;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.pg.Database;
import io.redress.notifications.app.Inbox;
import io.redress.notifications.app.PrintNotice;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticePolicy;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Decisions as documents. The ETag of a document is its SHA-256, so that its holder can show that it is unchanged. */
public final class NoticePdfApi {
    private final Database database;
    private final Inbox inbox;
    private final PrintNotice print;

    public NoticePdfApi(Database database, Inbox inbox, PrintNotice print) {
        this.database = database;
        this.inbox = inbox;
        this.print = print;
    }

    /** Binds the operation. No database connection is held while a document is made. */
    public void bind(Operations operations) {
        operations.answer("getNoticePdf", (request, context) -> database.read(
                        tx -> inbox.find(context.caller(), request.path("noticeId"), tx))
                .compose(found -> found.map(Loaded::state)
                        .filter(notice -> NoticePolicy.isDecision(notice.type()))
                        .map(notice -> answer(request, notice))
                        .orElseGet(() -> Future.succeededFuture(HttpAnswer.notFound()))));
    }

    private Future<HttpAnswer> answer(ApiRequest request, Notice notice) {
        return print.pdf(notice, languages(request, notice)).map(pdf -> HttpAnswer.bytes("application/pdf", pdf)
                .withHeader("ETag", '"' + sha256(pdf) + '"')
                .withHeader("Content-Disposition", "inline; filename=\"" + notice.id() + ".pdf\""));
    }

    private static List<Language> languages(ApiRequest request, Notice notice) {
        return request.query("language").flatMap(Language::ofTag).map(List::of).orElseGet(() -> Stream.concat(
                        Stream.of(notice.language()), Stream.of(Language.values()))
                .distinct()
                .toList());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
