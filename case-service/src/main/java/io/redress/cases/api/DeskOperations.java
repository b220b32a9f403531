package io.redress.cases.api;

import io.redress.cases.app.note.CaseNotes.Note;
import io.redress.cases.app.note.CaseTags.Entry;
import io.redress.cases.app.note.CaseTags.Tag;
import io.redress.cases.app.note.NoteCase;
import io.redress.cases.app.note.SnoozeCase;
import io.redress.cases.app.note.TagCase;
import io.redress.cases.domain.Snooze;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What staff keep at a case for their own work: tags, notes, and until when they have laid it aside. */
public final class DeskOperations {

    record TagBody(String tag) {}

    record NoteBody(String text) {}

    record SnoozeBody(OffsetDateTime until, String reason) {}

    record Items<T>(List<T> items) {}

    record SnoozeView(String person, Instant until, String reason, Instant since) {

        static SnoozeView of(Snooze snooze) {
            return new SnoozeView(snooze.person(), snooze.until(), snooze.reason(), snooze.since());
        }
    }

    private final TagCase tags;
    private final NoteCase notes;
    private final SnoozeCase snoozes;

    public DeskOperations(TagCase tags, NoteCase notes, SnoozeCase snoozes) {
        this.tags = tags;
        this.notes = notes;
        this.snoozes = snoozes;
    }

    public void bind(Operations operations) {
        operations.command("tagCase", this::tag, Items<Tag>::new);
        operations.command("untagCase", this::untag, Items<Tag>::new);
        operations.query("listCaseTags", this::tags);
        operations.query("listCaseTagLog", this::tagLog);
        operations.command("noteCase", this::note, note -> note);
        operations.query("listCaseNotes", this::notes);
        operations.command("snoozeCase", this::lay, DeskOperations::views);
        operations.command("endSnooze", this::endSnooze, DeskOperations::views);
        operations.query("getSnooze", this::snooze);
    }

    private Future<Decision<List<Tag>>> tag(ApiRequest request, CommandContext context, Tx tx) {
        return tags.add(caseId(request), request.body(TagBody.class).tag(), context, tx);
    }

    private Future<Decision<List<Tag>>> untag(ApiRequest request, CommandContext context, Tx tx) {
        return tags.remove(caseId(request), request.body(TagBody.class).tag(), context, tx);
    }

    private Future<HttpAnswer> tags(ApiRequest request, CommandContext context, Tx tx) {
        return tags.of(caseId(request), context, tx).map(found -> found.map(items -> HttpAnswer.ok(new Items<>(items)))
                .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> tagLog(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        long after = page.after().map(key -> sequence(key.get(0))).orElse(0L);
        return tags.log(caseId(request), page.limit(), after, context, tx).map(found -> found.map(rows -> HttpAnswer.ok(
                        Page.of(rows, page.limit(), (Entry row) -> List.of(Long.toString(row.sequence())))))
                .orElseGet(HttpAnswer::notFound));
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            throw CaseLists.invalid("cursor", "not a cursor of this list");
        }
    }

    private Future<Decision<Note>> note(ApiRequest request, CommandContext context, Tx tx) {
        return notes.add(caseId(request), request.body(NoteBody.class).text(), context, tx);
    }

    private Future<HttpAnswer> notes(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return notes.list(caseId(request), page.limit(), page.after().map(key -> key.get(0)), context, tx)
                .map(found -> found.map(
                                rows -> HttpAnswer.ok(Page.of(rows, page.limit(), (Note row) -> List.of(row.id()))))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<Decision<List<Snooze>>> lay(ApiRequest request, CommandContext context, Tx tx) {
        SnoozeBody body = request.body(SnoozeBody.class);
        return snoozes.lay(
                new SnoozeCase.Command(caseId(request), body.until().toInstant(), body.reason()), context, tx);
    }

    private Future<Decision<List<Snooze>>> endSnooze(ApiRequest request, CommandContext context, Tx tx) {
        return snoozes.end(caseId(request), context, tx);
    }

    private Future<HttpAnswer> snooze(ApiRequest request, CommandContext context, Tx tx) {
        return snoozes.of(caseId(request), context, tx)
                .map(found -> found.map(all -> HttpAnswer.ok(views(all))).orElseGet(HttpAnswer::notFound));
    }

    private static Items<SnoozeView> views(List<Snooze> snoozes) {
        return new Items<>(snoozes.stream().map(SnoozeView::of).toList());
    }

    private static String caseId(ApiRequest request) {
        return request.path("caseId");
    }
}
