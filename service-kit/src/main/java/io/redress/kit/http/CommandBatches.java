package io.redress.kit.http;

import io.redress.kit.http.CommandPath.Call;
import io.redress.kit.http.CommandPath.Result;
import io.redress.kit.http.IdempotencyStore.Key;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets commands of one kind that come at the same time share a transaction, and so a commit. Guarantees: each has its
 * own answer, the one that it would have had alone; at most 32 share one, no two about the same subject or with the same
 * key; when what is shared fails, each of them runs by itself. A command that comes while none is under way does not
 * wait. Others wait for the one under way to end, at most 20 ms unless four are under way. Used from one event loop.
 */
final class CommandBatches<Q, F, R> {

    private static final Logger LOG = LoggerFactory.getLogger(CommandBatches.class);
    private static final int MOST = 32;
    private static final int AT_ONCE = 4;
    private static final long PATIENCE_MILLIS = 20;
    private static final long NO_TIMER = -1;

    /** One command that waits for its answer. */
    record Member<Q, R>(Q question, String subject, Call<R> call, Promise<Result> answer) {

        /** @throws java.util.NoSuchElementException if it has none; the router has seen to it that it has */
        Key key() {
            return call.key().orElseThrow();
        }
    }

    private final BatchOperation<Q, F, R> operation;
    private final Deque<Member<Q, R>> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean looking;
    private long timer = NO_TIMER;

    CommandBatches(BatchOperation<Q, F, R> operation) {
        this.operation = operation;
    }

    BatchOperation<Q, F, R> operation() {
        return operation;
    }

    Future<Result> run(CommandPath path, Q question, Call<R> call) {
        Promise<Result> answer = Promise.promise();
        waiting.add(new Member<>(question, operation.subject(question), call, answer));
        if (!looking) {
            looking = true;
            // Behind the requests that the event loop has read already.
            Context context = Vertx.currentContext();
            context.runOnContext(read -> {
                looking = false;
                look(path, context);
            });
        }
        return answer.future();
    }

    private void look(CommandPath path, Context context) {
        while (!waiting.isEmpty() && (underWay == 0 || (underWay < AT_ONCE && waiting.size() >= MOST))) {
            start(path, context);
        }
        if (waiting.isEmpty()) {
            context.owner().cancelTimer(timer);
            timer = NO_TIMER;
        } else if (timer == NO_TIMER) {
            timer = context.owner().setTimer(PATIENCE_MILLIS, passed -> {
                timer = NO_TIMER;
                if (underWay < AT_ONCE) {
                    start(path, context);
                }
                look(path, context);
            });
        }
    }

    private void start(CommandPath path, Context context) {
        List<Member<Q, R>> batch = next();
        underWay++;
        Future<?> ended = batch.size() == 1 ? alone(path, batch.get(0)) : together(path, batch);
        ended.onComplete(done -> {
            underWay--;
            look(path, context);
        });
    }

    /** The longest waiting; in order of their subjects, so that two batches lock in the same order. */
    private List<Member<Q, R>> next() {
        List<Member<Q, R>> batch = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Iterator<Member<Q, R>> oldestFirst = waiting.iterator();
        while (oldestFirst.hasNext() && batch.size() < MOST) {
            Member<Q, R> member = oldestFirst.next();
            boolean own = !subjects.contains(member.subject())
                    && !keys.contains(member.key().lockName());
            if (own) {
                subjects.add(member.subject());
                keys.add(member.key().lockName());
                batch.add(member);
                oldestFirst.remove();
            }
        }
        batch.sort(Comparator.comparing(Member::subject));
        return batch;
    }

    private Future<?> together(CommandPath path, List<Member<Q, R>> batch) {
        return path.runTogether(operation, batch)
                .<Void>map(results -> {
                    for (int i = 0; i < batch.size(); i++) {
                        results.get(i).onComplete(batch.get(i).answer());
                    }
                    return null;
                })
                .recover(failure -> {
                    LOG.debug("{} commands run each by itself", batch.size(), failure);
                    return Future.join(batch.stream()
                                    .map(member -> alone(path, member))
                                    .toList())
                            .mapEmpty();
                });
    }

    private static <Q, R> Future<Result> alone(CommandPath path, Member<Q, R> member) {
        return path.run(member.call()).onComplete(member.answer());
    }
}
