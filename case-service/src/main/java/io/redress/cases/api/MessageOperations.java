package io.redress.cases.api;

import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.message.HandleMessages;
import io.redress.cases.app.message.MessageResult;
import io.redress.cases.app.message.ReadMessages;
import io.redress.cases.app.message.SendMessage;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the merchant's side and the case's advocate write to each other, by operationId. */
public final class MessageOperations {

    private static final Pattern POSITION = Pattern.compile("\\d{1,9}");
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");

    private final SendMessage send;
    private final ReadMessages read;
    private final HandleMessages handle;
    private final PlatformTexts texts;

    public MessageOperations(SendMessage send, ReadMessages read, HandleMessages handle, PlatformTexts texts) {
        this.send = send;
        this.read = read;
        this.handle = handle;
        this.texts = texts;
    }

    record MessageBody(String text, Optional<List<String>> evidence, Optional<Boolean> asks) {}

    record ReadBody(String upTo) {}

    public void bind(Operations operations) {
        operations.command(
                "sendMessage",
                (request, context) -> texts.scannerFor(context.caller()),
                (request, context, tx, scanner) -> send(request, context, tx)
                        .map(decision ->
                                PlatformTexts.checkedOf(decision, MessageResult::of, scanner, request.texts())),
                MessageView::of);
        operations.query("listMessages", this::list);
        operations.command("readMessages", this::read, read -> read);
        operations.command("fileMessage", this::file, MessageView::of);
        operations.query("listMessageReadings", this::readings);
    }

    private Future<Decision<MessageResult>> send(ApiRequest request, CommandContext context, Tx tx) {
        MessageBody body = request.body(MessageBody.class);
        SendMessage.Command command = new SendMessage.Command(
                caseId(request),
                body.text(),
                body.evidence().orElse(List.of()),
                body.asks().orElse(false));
        return send.handle(command, context, tx);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        int after = (int) number(page, POSITION);
        return read.list(caseId(request), page.limit(), after, context, tx)
                .map(found -> found.map(part -> part(request, page, part)).orElseGet(HttpAnswer::notFound));
    }

    private static HttpAnswer part(ApiRequest request, PageRequest page, ReadMessages.Part part) {
        Page<MessageView> items = Page.of(
                part.items().stream().map(MessageView::of).toList(),
                page.limit(),
                (MessageView row) -> List.of(Integer.toString(row.position())));
        return HttpAnswer.part(request, new MessageView.PartView(items.items(), items.next(), part.unread()), items);
    }

    private Future<HttpAnswer> readings(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return read.readings(caseId(request), page.limit(), number(page, SEQUENCE), context, tx)
                .map(found -> found.map(rows -> HttpAnswer.page(
                                request,
                                Page.of(
                                        rows.stream()
                                                .map(MessageView.EntryView::of)
                                                .toList(),
                                        page.limit(),
                                        (MessageView.EntryView row) -> List.of(row.sequence()))))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<Decision<HandleMessages.Read>> read(ApiRequest request, CommandContext context, Tx tx) {
        return handle.read(caseId(request), request.body(ReadBody.class).upTo(), context, tx);
    }

    private Future<Decision<MessageResult>> file(ApiRequest request, CommandContext context, Tx tx) {
        return handle.file(caseId(request), request.path("messageId"), context, tx);
    }

    /** Behind which the page begins; a cursor of something else begins at the front. */
    private static long number(PageRequest page, Pattern form) {
        return page.after()
                .map(key -> key.get(0))
                .filter(key -> form.matcher(key).matches())
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static String caseId(ApiRequest request) {
        return request.path("caseId");
    }
}
