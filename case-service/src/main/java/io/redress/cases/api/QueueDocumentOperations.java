package io.redress.cases.api;

import io.redress.cases.api.Bodies.Text;
import io.redress.cases.app.PutConfiguration.Stored;
import io.redress.cases.app.queue.PutQueues;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
import io.redress.cases.domain.queue.QueueSet;
import io.redress.cases.domain.queue.RoutingRule;
import io.redress.cases.domain.queue.WorkQueue;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.Json;
import io.redress.kit.http.Operations;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queues and routing rules, as one document. */
public final class QueueDocumentOperations {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(7);

    record MembersBody(
            Optional<List<String>> employees, Optional<List<String>> departments, Optional<List<String>> roles) {

        WorkQueue.Members asDomain() {
            return new WorkQueue.Members(set(employees), set(departments), set(roles));
        }

        private static Set<String> set(Optional<List<String>> ids) {
            return Set.copyOf(ids.orElse(List.of()));
        }
    }

    record QueueBody(
            String id,
            Text name,
            Optional<Boolean> restricted,
            MembersBody members,
            String lease,
            Optional<Integer> leaseLimit) {

        WorkQueue asDomain() {
            return new WorkQueue(
                    id,
                    name.asDomain(),
                    restricted.orElse(false),
                    members.asDomain(),
                    Duration.parse(lease),
                    leaseLimit.orElse(WorkQueue.LEASE_LIMIT));
        }
    }

    record RuleBody(String id, String when, String queue, Priority priority) {

        RoutingRule asDomain() {
            return new RoutingRule(id, when, new Destination(queue, priority));
        }
    }

    record OtherwiseBody(String queue, Optional<Priority> priority) {

        Destination asDomain() {
            return new Destination(queue, priority.orElse(Priority.NORMAL));
        }
    }

    record QueuesBody(List<QueueBody> queues, List<RuleBody> rules, OtherwiseBody otherwise) {

        List<Refusal.Wrong> unreadable() {
            List<Refusal.Wrong> wrong = new ArrayList<>();
            for (int i = 0; i < queues.size(); i++) {
                if (!isLease(queues.get(i).lease())) {
                    wrong.add(new Refusal.Wrong(
                            "/queues/" + i + "/lease", "a duration from one second to seven days, such as PT30M"));
                }
            }
            return wrong;
        }

        private static boolean isLease(String text) {
            try {
                Duration lease = Duration.parse(text);
                return lease.compareTo(SHORTEST_LEASE) >= 0 && lease.compareTo(LONGEST_LEASE) <= 0;
            } catch (DateTimeException unreadable) {
                return false;
            }
        }

        QueueSet asDomain() {
            return new QueueSet(
                    queues.stream().map(QueueBody::asDomain).toList(),
                    rules.stream().map(RuleBody::asDomain).toList(),
                    otherwise.asDomain());
        }
    }

    private final PutQueues put;

    public QueueDocumentOperations(PutQueues put) {
        this.put = put;
    }

    public void bind(Operations operations) {
        operations.command("putQueues", this::queues, stored -> stored);
    }

    private Future<Decision<Stored>> queues(ApiRequest request, CommandContext context, Tx tx) {
        QueuesBody body = request.body(QueuesBody.class);
        List<Refusal.Wrong> unreadable = body.unreadable();
        return unreadable.isEmpty()
                ? put.handle(body.asDomain(), Json.text(body), context, tx)
                : Future.succeededFuture(
                        Decision.refuse(Refusal.of(CaseRefusal.INCONSISTENT_DATA, "A lease cannot be given like this.")
                                .at(unreadable)));
    }
}
