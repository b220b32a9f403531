package io.redress.cases;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.cases.api.CaseInQueueOperations;
import io.redress.cases.api.QueueDocumentOperations;
import io.redress.cases.api.QueueOperations;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.KindPolicies;
import io.redress.cases.app.PutConfiguration;
import io.redress.cases.app.queue.MoveCase;
import io.redress.cases.app.queue.PutQueues;
import io.redress.cases.app.queue.QueueGate;
import io.redress.cases.app.queue.QueueItems;
import io.redress.cases.app.queue.QueueWork;
import io.redress.cases.app.queue.QueuedCaseFiles;
import io.redress.cases.app.queue.ReadQueues;
import io.redress.cases.app.queue.RouteLate;
import io.redress.cases.app.queue.Router;
import io.redress.cases.app.queue.RoutingRules;
import io.redress.cases.app.queue.TakeFromQueue;
import io.redress.cases.app.ruling.ChangeAdjudicator;
import io.redress.cases.domain.queue.Routing;
import io.redress.cases.rules.CelRules;
import io.redress.cases.store.PgQueueDocuments;
import io.redress.cases.store.PgQueueItems;
import io.redress.cases.store.PgQueueWork;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.http.Operations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the service that says in which queue a case lies: made and bound here, for {@link CaseService}. */
final class Queues {

    private static final Logger LOG = LoggerFactory.getLogger(Queues.class);

    private final MeterRegistry metrics;
    private final PgQueueDocuments documents = new PgQueueDocuments();
    private final QueueItems items = new PgQueueItems();
    private final QueueWork work = new PgQueueWork();
    private final RoutingRules rules;
    private final Router router;

    Queues(ServiceKit kit) {
        this.metrics = kit.metrics();
        this.rules = new CelRules(kit.runtime().vertx());
        this.router = new Router(documents, rules, items, this::passedOver);
    }

    /** The files of cases, each of which lies in a queue. */
    QueuedCaseFiles over(CaseFiles files) {
        return new QueuedCaseFiles(files, router);
    }

    KindPolicies following(KindPolicies policies) {
        return QueuedCaseFiles.following(policies, router);
    }

    /** @param files made by {@link #over} */
    RouteLate late(QueuedCaseFiles files) {
        return new RouteLate(files, items, router);
    }

    QueueWork work() {
        return work;
    }

    QueueGate gate() {
        return new QueueGate(work);
    }

    void bind(
            Operations operations,
            PutConfiguration configuration,
            CaseDesk desk,
            ChangeAdjudicator adjudicator,
            Advocates advocates) {
        new QueueOperations(work, new ReadQueues(work, desk), new TakeFromQueue(work, desk, advocates.panels()))
                .bind(operations);
        new CaseInQueueOperations(new MoveCase(desk, work, advocates.independence()), adjudicator).bind(operations);
        new QueueDocumentOperations(new PutQueues(configuration, documents, rules)).bind(operations);
    }

    private void passedOver(String ruleId, Routing.CannotBeAsked failure) {
        metrics.counter("redress.routing.rules.passed.over", "rule", ruleId).increment();
        LOG.atWarn()
                .addKeyValue("rule", ruleId)
                .addKeyValue("cause", failure.getMessage())
                .log("routing rule passed over");
    }
}
