package io.redress.cases.store;

import io.redress.cases.app.Configuration.NewVersion;
import io.redress.cases.app.queue.QueueDocuments;
import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
import io.redress.cases.domain.queue.QueueSet;
import io.redress.cases.domain.queue.RoutingRule;
import io.redress.cases.domain.queue.WorkQueue;
import io.redress.kit.pg.Lookup;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Queues and rules by version of their document. */
public final class PgQueueDocuments implements QueueDocuments {

    private static final String VERSION = "SELECT max(version) AS version FROM routing";

    private static final String RULES = """
            SELECT r.version, r.default_queue, r.default_priority, x.rule_id, x.condition, x.queue_id, x.priority
            FROM routing r LEFT JOIN routing_rule x ON x.version = r.version
            WHERE r.version = (SELECT max(version) FROM routing) ORDER BY x.position""";

    /** One look into the index for each queue that there is. */
    private static final String IN_USE = """
            SELECT q.queue_id FROM work_queue q
            WHERE q.version = (SELECT max(version) FROM routing) AND NOT q.queue_id = ANY ($1::text[])
              AND EXISTS (SELECT 1 FROM queue_item i WHERE i.queue_id = q.queue_id AND (q.restricted OR i.phase <> 'ENDED'))""";

    private static final String ROUTING =
            "INSERT INTO routing (version, default_queue, default_priority) VALUES ($1, $2, $3)";

    private static final String QUEUES = """
            INSERT INTO work_queue (version, queue_id, name_zh, name_en, restricted, lease_seconds, lease_limit, position)
            SELECT $1::bigint, q.*
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::boolean[], $6::bigint[], $7::integer[]) WITH ORDINALITY AS q""";

    private static final String MEMBERS = """
            INSERT INTO queue_member (version, queue_id, kind, member)
            SELECT $1::bigint, m.* FROM unnest((SELECT $2::text[]), $3::text[], $4::text[]) AS m""";

    private static final String RULE_ROWS = """
            INSERT INTO routing_rule (version, rule_id, condition, queue_id, priority, position)
            SELECT $1::bigint, r.*
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::smallint[]) WITH ORDINALITY AS r""";

    private static final String IN_FORCE = "in force";

    private record Member(String queueId, String kind, String member) {}

    private final Lookup<String, Long> version = new Lookup<>((tx, only) -> tx.query(VERSION, Columns.tuple())
            .map(rows -> Lookup.byKey(rows, row -> IN_FORCE, row -> row.getLong("version"))));

    @Override
    public Future<Long> version(Tx tx) {
        return version.find(tx, IN_FORCE).map(found -> found.orElseThrow());
    }

    @Override
    public Future<Rules> rules(Tx tx) {
        return tx.query(RULES, Columns.tuple()).map(rows -> {
            Row first = rows.iterator().next();
            List<RoutingRule> rules = new ArrayList<>();
            for (Row row : rows) {
                Columns.maybeText(row, "rule_id")
                        .ifPresent(id -> rules.add(new RoutingRule(
                                id,
                                row.getString("condition"),
                                new Destination(row.getString("queue_id"), Priority.of(row.getShort("priority"))))));
            }
            Destination otherwise =
                    new Destination(first.getString("default_queue"), Priority.of(first.getShort("default_priority")));
            return new Rules(first.getLong("version"), new QueueSet(List.of(), rules, otherwise));
        });
    }

    @Override
    public Future<Set<String>> inUseBut(Tx tx, Collection<String> queueIds) {
        return tx.query(IN_USE, Columns.tuple((Object) queueIds.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> missing = new HashSet<>();
                    rows.forEach(row -> missing.add(row.getString("queue_id")));
                    return missing;
                });
    }

    @Override
    public Write queues(NewVersion version, QueueSet set) {
        long number = version.after().version();
        List<WorkQueue> queues = set.queues();
        List<Member> members =
                queues.stream().flatMap(queue -> members(queue).stream()).toList();
        List<RoutingRule> rules = set.rules();
        return PgConfiguration.document(version)
                .with(ROUTING, Columns.tuple(number, set.otherwise().queueId(), (short)
                        set.otherwise().priority().rank()))
                .with(
                        QUEUES,
                        Columns.tuple(
                                number,
                                Columns.texts(queues, WorkQueue::id),
                                Columns.texts(queues, queue -> queue.name().zh()),
                                Columns.texts(queues, queue -> queue.name().en()),
                                queues.stream().map(WorkQueue::restricted).toArray(Boolean[]::new),
                                queues.stream()
                                        .map(queue -> queue.lease().toSeconds())
                                        .toArray(Long[]::new),
                                queues.stream().map(WorkQueue::leaseLimit).toArray(Integer[]::new)))
                .with(
                        MEMBERS,
                        Columns.tuple(
                                number,
                                Columns.texts(members, Member::queueId),
                                Columns.texts(members, Member::kind),
                                Columns.texts(members, Member::member)))
                .with(
                        RULE_ROWS,
                        Columns.tuple(
                                number,
                                Columns.texts(rules, RoutingRule::id),
                                Columns.texts(rules, RoutingRule::when),
                                Columns.texts(rules, rule -> rule.to().queueId()),
                                IntStream.range(0, rules.size())
                                        .mapToObj(i -> (short)
                                                rules.get(i).to().priority().rank())
                                        .toArray(Short[]::new)));
    }

    private static List<Member> members(WorkQueue queue) {
        List<Member> members = new ArrayList<>();
        queue.members().employees().forEach(one -> members.add(new Member(queue.id(), "EMPLOYEE", one)));
        queue.members().departments().forEach(one -> members.add(new Member(queue.id(), "DEPARTMENT", one)));
        queue.members().roles().forEach(one -> members.add(new Member(queue.id(), "ROLE", one)));
        return members;
    }
}
