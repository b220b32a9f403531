package io.redress.cases.api;

import io.redress.cases.app.queue.QueueWork;
import io.redress.cases.app.queue.QueueWork.Item;
import io.redress.cases.app.queue.QueueWork.Place;
import io.redress.cases.app.queue.QueueWork.Queue;
import io.redress.cases.app.queue.QueueWork.Show;
import io.redress.cases.app.queue.ReadQueues;
import io.redress.cases.app.queue.TakeFromQueue;
import io.redress.cases.domain.BilingualText;
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
import io.redress.kit.http.RefusedRead;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Work on queues: what lies in them, and who takes it. */
public final class QueueOperations {

    private static final int KEY_PARTS = 3;

    record QueueView(
            String id,
            BilingualText name,
            boolean restricted,
            boolean member,
            String lease,
            int leaseLimit,
            int cases,
            int free) {

        static QueueView of(Queue queue) {
            return new QueueView(
                    queue.id(),
                    queue.name(),
                    queue.restricted(),
                    queue.member(),
                    queue.lease().toString(),
                    queue.leaseLimit(),
                    queue.cases(),
                    queue.free());
        }
    }

    private final QueueWork work;
    private final ReadQueues read;
    private final TakeFromQueue take;

    public QueueOperations(QueueWork work, ReadQueues read, TakeFromQueue take) {
        this.work = work;
        this.read = read;
        this.take = take;
    }

    public void bind(Operations operations) {
        operations.query("listQueues", this::queues);
        operations.query("listQueueItems", this::items);
        operations.query("getQueueItem", this::place);
        operations.command("takeNextCase", this::next, item -> item);
        operations.command("leaseCase", this::lease, item -> item);
        operations.command("endLease", this::endLease, item -> item);
    }

    private Future<HttpAnswer> queues(ApiRequest request, CommandContext context, Tx tx) {
        return read.all(context, tx)
                .map(queues -> HttpAnswer.ok(new AdvocateViews.Items<>(
                        queues.stream().map(QueueView::of).toList())));
    }

    private Future<HttpAnswer> items(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Place after = page.after().map(QueueOperations::place).orElse(Place.FIRST);
        Show show = request.query("show").map(Show::valueOf).orElse(Show.FREE);
        return read.items(request.path("queueId"), show, page.limit(), after, context, tx)
                .map(found -> found.map(outcome -> {
                            if (outcome instanceof Outcome.Refused<List<Item>> refused) {
                                throw new RefusedRead(refused.refusal());
                            }
                            List<Item> rows = ((Outcome.Done<List<Item>>) outcome).value();
                            return HttpAnswer.page(request, Page.of(rows, page.limit(), this::key));
                        })
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> place(ApiRequest request, CommandContext context, Tx tx) {
        return read.place(request.path("caseId"), context, tx)
                .map(found -> found.map(HttpAnswer::ok).orElseGet(HttpAnswer::notFound));
    }

    private Future<Decision<Item>> next(ApiRequest request, CommandContext context, Tx tx) {
        return take.next(request.path("queueId"), context, tx);
    }

    private Future<Decision<Item>> lease(ApiRequest request, CommandContext context, Tx tx) {
        return take.lease(request.path("caseId"), context, tx);
    }

    private Future<Decision<Item>> endLease(ApiRequest request, CommandContext context, Tx tx) {
        return take.giveBack(request.path("caseId"), context, tx);
    }

    private List<String> key(Item item) {
        Place place = work.placeOf(item);
        return List.of(Integer.toString(place.priority()), place.dueAt().toString(), place.caseId());
    }

    private static Place place(List<String> key) {
        try {
            if (key.size() == KEY_PARTS) {
                return new Place(Short.parseShort(key.get(0)), Instant.parse(key.get(1)), key.get(2));
            }
        } catch (NumberFormatException | DateTimeException unreadable) {
            // answered below, like a key of another list
        }
        throw new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "the request is not as the contract says",
                List.of(new Problem.Violation("cursor", "not a cursor of this list")));
    }
}
