package io.redress.kit.ops;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem.Violation;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.messaging.DeadLetter;
import io.redress.kit.messaging.DeadLetter.State;
import io.redress.kit.messaging.DeadLetterFilter;
import io.redress.kit.messaging.DeadLetters;
import io.redress.kit.messaging.Replays;
import io.redress.kit.messaging.WaitingEvent;
import io.redress.kit.ops.DeadLetterViews.Behind;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters and parked events over HTTP, for operators; the same at every service that reads events, under the name
 * of its schema. The contract's part is {@code openapi/dead-letters-component.yaml}.
 */
public final class DeadLetterApi {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterApi.class);
    private static final int SHOWN_BEHIND = 20;

    enum Scope {
        KEY,
        ALL
    }

    record ReplayBody(Scope scope, Optional<String> topic, Optional<String> key) {}

    record DiscardBody(String reason) {}

    private final String name;
    private final DeadLetterViews views;
    private final Supplier<DeadLetters> deadLetters;
    private final Supplier<Replays> replays;

    /**
     * @param schema whose dead letters these are
     * @param deadLetters asked when the first request comes
     * @param replays asked when the first request comes
     */
    public DeadLetterApi(String schema, Supplier<DeadLetters> deadLetters, Supplier<Replays> replays) {
        this.name = schema.substring(0, 1).toUpperCase(Locale.ROOT) + schema.substring(1);
        this.views = new DeadLetterViews(schema);
        this.deadLetters = deadLetters;
        this.replays = replays;
    }

    /** Binds the operations, named after the schema. */
    public void bind(Operations operations) {
        operations.query("list" + name + "DeadLetters", this::list);
        operations.query("get" + name + "DeadLetter", this::get);
        operations.query("list" + name + "ParkedEvents", this::parked);
        operations.command(
                "replay" + name + "DeadLetters",
                this::replay,
                (request, context, tx, report) ->
                        Future.succeededFuture(Decision.accept(report, Revision.NEW, Write.none())),
                views::of);
        operations.command("discard" + name + "DeadLetter", this::discard, views::of);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        State state = request.query("state").map(State::valueOf).orElse(State.OPEN);
        DeadLetterFilter filter = new DeadLetterFilter(state, request.query("topic"), request.query("key"));
        return deadLetters
                .get()
                .list(tx, filter, after(page), page.limit() + 1)
                .map(rows -> Page.of(rows, page.limit(), row -> List.of(Long.toString(row.id()))))
                .map(rows -> HttpAnswer.ok(
                        new Page<>(rows.items().stream().map(views::of).toList(), rows.next())));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return deadLetters
                .get()
                .find(tx, views.row(request.path("deadLetterId")))
                .compose(found -> {
                    DeadLetter letter = found.orElseThrow(
                            () -> new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id"));
                    return behind(letter, tx)
                            .map(behind -> HttpAnswer.ok(views.of(letter).whole(letter.envelope(), behind)));
                });
    }

    private Future<Behind> behind(DeadLetter letter, Tx tx) {
        DeadLetters letters = deadLetters.get();
        return letters.countWaiting(tx, letter.topic(), letter.key()).compose(count -> letters.waiting(
                        tx, Optional.of(letter.topic()), Optional.of(letter.key()), 0, SHOWN_BEHIND)
                .map(first -> new Behind(
                        count, first.stream().map(DeadLetterViews::of).toList())));
    }

    private Future<HttpAnswer> parked(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return deadLetters
                .get()
                .waiting(tx, request.query("topic"), request.query("key"), after(page), page.limit() + 1)
                .map(rows -> Page.of(rows, page.limit(), row -> List.of(Long.toString(row.id()))))
                .map((Page<WaitingEvent> rows) -> HttpAnswer.ok(new Page<>(
                        rows.items().stream().map(DeadLetterViews::of).toList(), rows.next())));
    }

    /**
     * Outside of any transaction of the command: each event is one of its own. A call that is repeated after it broke
     * off goes on with what is still open.
     */
    private Future<Replays.Report> replay(ApiRequest request, CommandContext context) {
        ReplayBody body = request.body(ReplayBody.class);
        String by = context.caller().subject();
        boolean named = body.topic().isPresent() && body.key().isPresent();
        boolean all = body.topic().isEmpty() && body.key().isEmpty();
        if (body.scope() == Scope.KEY ? !named : !all) {
            return Future.failedFuture(new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the request is not as the contract says",
                    List.of(new Violation("/scope", "KEY names topic and key, ALL neither"))));
        }
        LOG.atInfo()
                .addKeyValue("by", by)
                .addKeyValue("scope", body.scope())
                .addKeyValue("requestId", context.requestId())
                .log("dead letters are replayed");
        return body.scope() == Scope.KEY
                ? replays.get()
                        .replay(
                                new Replays.Key(
                                        body.topic().orElseThrow(), body.key().orElseThrow()),
                                by)
                : replays.get().replayAll(by);
    }

    private Future<Decision<DeadLetter>> discard(ApiRequest request, CommandContext context, Tx tx) {
        long row = views.row(request.path("deadLetterId"));
        String reason = request.body(DiscardBody.class).reason();
        return deadLetters.get().find(tx, row).map(found -> {
            if (found.isEmpty()) {
                return Decision.notFound();
            }
            DeadLetter letter = found.get();
            if (letter.state() != State.OPEN) {
                return Decision.refuse(
                        Refusal.of(DeadLetterRefusal.ILLEGAL_TRANSITION, "this dead letter is closed already")
                                .with("currentStatus", letter.state().name()));
            }
            String by = context.caller().subject();
            LOG.atWarn()
                    .addKeyValue("by", by)
                    .addKeyValue("deadLetter", row)
                    .addKeyValue("topic", letter.topic())
                    .addKeyValue("requestId", context.requestId())
                    .log("dead letter is discarded");
            DeadLetters.Discarded discarded = deadLetters.get().discard(letter, reason, by);
            return Decision.accept(discarded.letter(), Revision.NEW, discarded.write());
        });
    }

    private static long after(PageRequest page) {
        String last = page.after().map(key -> key.get(0)).orElse("0");
        if (!last.matches("\\d{1,18}")) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "a paging parameter is not valid",
                    List.of(new Violation("cursor", "not a cursor of this list")));
        }
        return Long.parseLong(last);
    }
}
