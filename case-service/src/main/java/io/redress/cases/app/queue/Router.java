package io.redress.cases.app.queue;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
import io.redress.cases.domain.queue.QueuePhase;
import io.redress.cases.domain.queue.Routing;
import io.redress.cases.domain.queue.RoutingFacts;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Puts cases into queues, in the statement of the step that makes it necessary. The rules are kept ready in memory; each
 * transaction that may route asks first whether they are still those in force, and routing itself asks nothing more.
 */
public final class Router {

    private static final Routing NONE = new Routing(-1, List.of(), new Destination("cases", Priority.NORMAL));

    private final QueueDocuments documents;
    private final RoutingRules rules;
    private final QueueItems items;
    private final BiConsumer<String, Routing.CannotBeAsked> passedOver;
    private volatile Routing current = NONE;

    /** @param passedOver is told of each rule that could not be asked about a case */
    public Router(
            QueueDocuments documents,
            RoutingRules rules,
            QueueItems items,
            BiConsumer<String, Routing.CannotBeAsked> passedOver) {
        this.documents = documents;
        this.rules = rules;
        this.items = items;
        this.passedOver = passedOver;
    }

    /** Has the rules in force at hand afterwards. */
    Future<Void> follow(Tx tx) {
        return documents.version(tx).compose(version -> {
            if (version == current.version()) {
                return Future.succeededFuture();
            }
            return documents
                    .rules(tx)
                    .compose(stored -> rules.prepare(stored.set().rules()).map(prepared -> {
                        current = new Routing(
                                stored.version(), prepared.ready(), stored.set().otherwise());
                        return null;
                    }));
        });
    }

    Write opened(CaseFile file, Recorded recorded, Write write) {
        Optional<QueuePhase> phase = QueuePhase.of(file.status());
        return phase.isEmpty() ? write : opened(file, phase.get(), at(recorded), write);
    }

    private Write opened(CaseFile file, QueuePhase phase, Instant at, Write write) {
        Routing routing = current;
        return items.opened(file, phase, route(routing, file, false), routing.version(), at, write);
    }

    Write changed(CaseFile before, CaseFile after, Recorded recorded, Write write) {
        Optional<QueuePhase> phase = QueuePhase.of(after.status());
        if (phase.isEmpty()) {
            return before.status().ended() ? write : items.ended(after.id(), write);
        }
        Optional<String> takenBefore = QueuePhase.of(before.status()).flatMap(earlier -> earlier.takenBy(before));
        Optional<String> taken = phase.get().takenBy(after);
        if (before.status() == after.status() && takenBefore.equals(taken)) {
            return write;
        }
        boolean claimed = phase.get() == QueuePhase.ADJUDICATION
                && taken.isPresent()
                && before.people().adjudicatorId().isEmpty();
        Routing routing = current;
        Routing.Route late = routing.route(RoutingFacts.of(after, true), (rule, why) -> {}); // told by the other one
        QueueItems.Routes routes = new QueueItems.Routes(route(routing, after, false), late);
        return items.moved(after, phase.get(), routes, routing.version(), at(recorded), claimed, write);
    }

    /** A clock of the case has lapsed, or what was late is done. The rules in force are at hand. */
    Write late(CaseFile file, boolean pastDue, Instant at) {
        Routing routing = current;
        return QueuePhase.of(file.status())
                .map(phase -> items.late(file, phase, pastDue, route(routing, file, pastDue), routing.version(), at))
                .orElse(Write.none());
    }

    private Routing.Route route(Routing routing, CaseFile file, boolean pastDue) {
        return routing.route(RoutingFacts.of(file, pastDue), passedOver);
    }

    private static Instant at(Recorded recorded) {
        return recorded.events().get(0).businessTime();
    }
}
