package io.redress.notifications.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.Tx;
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
    private final Inbox inbox;
    private final PrintNotice print;

    public NoticePdfApi(Inbox inbox, PrintNotice print) {
        this.inbox = inbox;
        this.print = print;
    }

    /** Binds the operation. */
    public void bind(Operations operations) {
        operations.query("getNoticePdf", this::read, this::render);
    }

    private Future<Notice> read(ApiRequest request, CommandContext context, Tx tx) {
        return inbox.find(context.caller(), request.path("noticeId"), tx).map(found -> found.map(
                        loaded -> loaded.state())
                .filter(notice -> NoticePolicy.isDecision(notice.type()))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "no decision is known under this id")));
    }

    private Future<HttpAnswer> render(ApiRequest request, Notice notice) {
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
