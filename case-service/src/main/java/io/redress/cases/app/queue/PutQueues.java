package io.redress.cases.app.queue;

import io.redress.cases.app.PutConfiguration;
import io.redress.cases.app.PutConfiguration.Stored;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.queue.QueueSet;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/**
 * Replaces the queues and the rules that route cases into them. Cases stay where they are until their next phase; a queue
 * that holds cases cannot be left out. The same document again changes nothing. Refusals: rule-invalid, inconsistent-data.
 */
public final class PutQueues {

    private final PutConfiguration configuration;
    private final QueueDocuments documents;
    private final RoutingRules rules;

    public PutQueues(PutConfiguration configuration, QueueDocuments documents, RoutingRules rules) {
        this.configuration = configuration;
        this.documents = documents;
        this.rules = rules;
    }

    public Future<Decision<Stored>> handle(QueueSet set, String text, CommandContext context, Tx tx) {
        List<Refusal.Wrong> contradictions = set.contradictions();
        if (!contradictions.isEmpty()) {
            return refuse(CaseRefusal.INCONSISTENT_DATA, "The queues and rules contradict themselves.", contradictions);
        }
        return rules.prepare(set.rules())
                .compose(prepared -> prepared.wrong().isEmpty()
                        ? documents
                                .inUseBut(tx, set.queueIds())
                                .compose(missing -> missing.isEmpty()
                                        ? configuration.put(
                                                "queues", text, context, tx, version -> documents.queues(version, set))
                                        : refuse(CaseRefusal.INCONSISTENT_DATA, inUse(missing), List.of()))
                        : refuse(
                                CaseRefusal.RULE_INVALID,
                                "A rule's expression cannot be used; errors names it.",
                                prepared.wrong()));
    }

    private static String inUse(Set<String> missing) {
        return "The queue " + missing.stream().sorted().findFirst().orElseThrow()
                + " holds cases, or hides some that have ended: move those that have not, and keep a queue that hides some.";
    }

    private static Future<Decision<Stored>> refuse(CaseRefusal code, String detail, List<Refusal.Wrong> wrong) {
        return Future.succeededFuture(Decision.refuse(Refusal.of(code, detail).at(wrong)));
    }
}
