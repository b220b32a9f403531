package io.redress.cases.store;

import io.redress.cases.app.CaseSight.Viewer;
import io.redress.cases.app.queue.QueueWork;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
import io.redress.cases.domain.queue.QueuePhase;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Queues by keyset: what a page costs does not depend on how long the queue is. How many rows are asked for is text, and the
 * arguments are hidden from the plan, for the reason that {@link CaseSearchSql} gives.
 */
public final class PgQueueWork implements QueueWork {

    private static final String QUEUES = """
            SELECT q.queue_id, q.name_zh, q.name_en, q.restricted, q.lease_seconds, q.lease_limit, in_queue(q.queue_id, $1, $2) AS member,
                   (SELECT count(*) FROM (
                        SELECT FROM queue_item i WHERE i.queue_id = q.queue_id AND i.phase <> 'ENDED' LIMIT 1000) n)::integer AS cases,
                   (SELECT count(*) FROM (
                        SELECT FROM queue_item i
                        WHERE i.queue_id = q.queue_id AND i.phase <> 'ENDED' AND i.taken_by IS NULL
                          AND (i.lease_until IS NULL OR i.lease_until <= now())
                          AND (i.snoozed_until IS NULL OR i.snoozed_until <= $3::timestamptz) LIMIT 1000) n)::integer AS free
            FROM work_queue q
            WHERE q.version = (SELECT max(version) FROM routing)
              AND (NOT q.restricted OR $2 && ARRAY['integrity'] OR in_queue(q.queue_id, $1, $2))
            ORDER BY q.position""";

    /** Without the counts: it is part of every page of a queue. */
    private static final String QUEUE = """
            SELECT m.member
            FROM work_queue q CROSS JOIN LATERAL (SELECT in_queue(q.queue_id, $1, $2) AS member OFFSET 0) m
            WHERE q.version = (SELECT max(version) FROM routing) AND q.queue_id = $3
              AND (NOT q.restricted OR $2 && ARRAY['integrity'] OR m.member)""";

    private static final String MEMBER = "SELECT in_queue($1, $2, $3) AS member";

    private static final String EXISTS = """
            SELECT EXISTS (SELECT 1 FROM work_queue q
                           WHERE q.version = (SELECT max(version) FROM routing) AND q.queue_id = $1) AS there""";

    private static final String RESTRICTED = """
            SELECT EXISTS (SELECT 1 FROM work_queue q
                           WHERE q.version = (SELECT max(version) FROM routing) AND q.queue_id = $1 AND q.restricted) AS there""";

    private static final String MOVE = """
            UPDATE queue_item
            SET queue_id = $2::text, priority = $3, entered_at = CASE WHEN queue_id = $2 THEN entered_at ELSE $4::timestamptz END, moved = true,
                rule_id = NULL, lease_holder = NULL, lease_until = NULL
            WHERE case_id = $1 AND phase <> 'ENDED'""";

    private static final String COLUMNS = """
            SELECT i.case_id, c.kind, c.status, c.merchant_id, c.shop_id, i.queue_id, i.phase, i.priority, i.entered_at,
                   i.due_at, i.taken_by, i.snoozed_until, i.rule_id, i.moved,
                   CASE WHEN i.lease_until > now() THEN i.lease_holder END AS lease_holder, i.lease_until
            """;

    private static final String OF_QUEUE = " i.queue_id = (SELECT $1::text) AND";

    private static final String LISTED = " i.phase <> 'ENDED' AND (i.priority, i.due_at, i.case_id)"
            + " > ((SELECT $2::smallint), (SELECT $3::timestamptz), (SELECT $4::text))";

    private static final String ORDERED = " ORDER BY i.priority, i.due_at, i.case_id LIMIT %1$d";

    private static final String ALL =
            COLUMNS + "FROM queue_item i JOIN case_file c USING (case_id) WHERE" + OF_QUEUE + LISTED + ORDERED;

    private static final String UNTAKEN = """
             AND i.taken_by IS NULL AND (i.lease_until IS NULL OR i.lease_until <= now())
              AND (i.snoozed_until IS NULL OR i.snoozed_until <= (SELECT $5::timestamptz))""";

    private static final String FREE = COLUMNS + "FROM queue_item i JOIN case_file c USING (case_id) WHERE" + OF_QUEUE
            + LISTED + UNTAKEN + ORDERED;

    /** Two short walks through indexes rather than one through the queue. */
    private static final String MINE =
            COLUMNS + "FROM ((SELECT * FROM queue_item i WHERE i.taken_by = $5 AND" + OF_QUEUE
                    + LISTED + ORDERED
                    + ") UNION (SELECT * FROM queue_item i WHERE i.lease_holder = $5 AND i.lease_until > now()"
                    + " AND" + OF_QUEUE + LISTED + ORDERED + ")) i JOIN case_file c USING (case_id)" + ORDERED;

    private static final String NEXT = COLUMNS + """
            FROM queue_item i JOIN case_file c USING (case_id)
            WHERE i.queue_id = $1 AND i.phase <> 'ENDED' AND i.taken_by IS NULL
              AND (i.lease_until IS NULL OR i.lease_until <= now()) AND (i.snoozed_until IS NULL OR i.snoozed_until <= $3)
              AND NOT i.case_id = ANY ($4::text[])
              AND c.advocate_id IS DISTINCT FROM $2 AND c.adjudicator_id IS DISTINCT FROM $2
              AND NOT EXISTS (SELECT 1 FROM penalty_view p WHERE p.penalty_id = c.penalty_id AND p.proposed_by = $2)
              AND NOT EXISTS (SELECT 1 FROM penalty_approver a WHERE a.penalty_id = c.penalty_id AND a.approved_by = $2)
              AND NOT EXISTS (
                  SELECT 1 FROM interest t
                  WHERE t.employee_id = $2
                    AND t.version = (SELECT v.version FROM configuration v WHERE v.id = 'interests:' || $2)
                    AND (t.kind = 'SHOP' AND t.object = c.shop_id OR t.kind = 'MERCHANT' AND t.object = c.merchant_id))
            ORDER BY i.priority, i.due_at, i.case_id LIMIT 1 FOR UPDATE OF i SKIP LOCKED""";

    private static final String ITEM =
            COLUMNS + "FROM queue_item i JOIN case_file c USING (case_id) WHERE i.case_id = $1 AND i.phase <> 'ENDED'";

    private static final String LEASE_ENDS = """
            SELECT now() + make_interval(secs => q.lease_seconds) AS until FROM work_queue q
            WHERE q.version = (SELECT max(version) FROM routing) AND q.queue_id = $1""";

    /** Of one person, and of nothing else: keys of two numbers are those of no other lock. */
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtext('queue-leases'), hashtext($1))";

    private static final String LEASE_LIMIT_REACHED = """
            SELECT count(*) >= (SELECT q.lease_limit FROM work_queue q
                                WHERE q.version = (SELECT max(version) FROM routing) AND q.queue_id = $2) AS reached
            FROM queue_item i
            WHERE i.lease_holder = $1 AND i.queue_id = $2 AND i.lease_until > now() AND i.phase <> 'ENDED'""";

    private static final String LEASE = "UPDATE queue_item SET lease_holder = $2, lease_until = $3 WHERE case_id = $1";

    private static final String END_LEASE =
            "UPDATE queue_item SET lease_holder = NULL, lease_until = NULL WHERE case_id = $1";

    @Override
    public Future<List<Queue>> queues(Tx tx, Viewer viewer, Instant now) {
        return tx.query(
                        QUEUES,
                        Columns.tuple(viewer.employee(), viewer.roles().toArray(String[]::new), Columns.time(now)))
                .map(rows -> {
                    List<Queue> queues = new ArrayList<>();
                    rows.forEach(row -> queues.add(new Queue(
                            row.getString("queue_id"),
                            new BilingualText(row.getString("name_zh"), row.getString("name_en")),
                            row.getBoolean("restricted"),
                            row.getBoolean("member"),
                            Duration.ofSeconds(row.getLong("lease_seconds")),
                            row.getInteger("lease_limit"),
                            row.getInteger("cases"),
                            row.getInteger("free"))));
                    return queues;
                });
    }

    @Override
    public Future<Optional<Membership>> queue(Tx tx, String queueId, Viewer viewer) {
        return tx.query(QUEUE, Columns.tuple(viewer.employee(), viewer.roles().toArray(String[]::new), queueId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Membership(rows.iterator().next().getBoolean("member"))));
    }

    @Override
    public Future<Boolean> exists(Tx tx, String queueId) {
        return there(tx, EXISTS, queueId);
    }

    @Override
    public Future<Boolean> restricted(Tx tx, String queueId) {
        return there(tx, RESTRICTED, queueId);
    }

    private static Future<Boolean> there(Tx tx, String sql, String queueId) {
        return tx.query(sql, Columns.tuple(queueId))
                .map(rows -> rows.iterator().next().getBoolean("there"));
    }

    @Override
    public Write move(String caseId, Destination to, Instant at) {
        return Write.guarded(
                MOVE, Columns.tuple(caseId, to.queueId(), (short) to.priority().rank(), Columns.time(at)));
    }

    @Override
    public Future<Boolean> member(Tx tx, String queueId, Viewer viewer) {
        return tx.query(
                        MEMBER,
                        Columns.tuple(queueId, viewer.employee(), viewer.roles().toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getBoolean("member"));
    }

    @Override
    public Future<List<Item>> items(Tx tx, Asked asked) {
        Place after = asked.after();
        Tuple arguments =
                Columns.tuple(asked.queueId(), (short) after.priority(), Columns.time(after.dueAt()), after.caseId());
        Tuple further =
                switch (asked.show()) {
                    case ALL -> arguments;
                    case FREE -> arguments.addValue(Columns.time(asked.now()));
                    case MINE -> arguments.addValue(asked.employee());
                };
        return tx.query(text(asked), further).map(PgQueueWork::items);
    }

    /** The statement of a page. */
    static String text(Asked asked) {
        String statement =
                switch (asked.show()) {
                    case ALL -> ALL;
                    case FREE -> FREE;
                    case MINE -> MINE;
                };
        return statement.formatted(asked.limit() + 1);
    }

    @Override
    public Place placeOf(Item item) {
        return new Place(item.priority().rank(), item.dueAt().orElse(PgQueueItems.NOT_KNOWN), item.caseId());
    }

    @Override
    public Future<Optional<Item>> next(Tx tx, String queueId, String employee, List<String> passedOver, Instant now) {
        return tx.query(NEXT, Columns.tuple(queueId, employee, Columns.time(now), passedOver.toArray(String[]::new)))
                .map(rows -> items(rows).stream().findFirst());
    }

    @Override
    public Future<Optional<Item>> held(Tx tx, String caseId) {
        return one(tx, ITEM + " FOR UPDATE OF i", caseId);
    }

    @Override
    public Future<Optional<Item>> item(Tx tx, String caseId) {
        return one(tx, ITEM, caseId);
    }

    private static Future<Optional<Item>> one(Tx tx, String sql, String caseId) {
        return tx.query(sql, Columns.tuple(caseId))
                .map(rows -> items(rows).stream().findFirst());
    }

    @Override
    public Future<Void> turn(Tx tx, String employee) {
        return tx.query(TURN, Columns.tuple(employee)).mapEmpty();
    }

    @Override
    public Future<Boolean> leaseLimitReached(Tx tx, String queueId, String employee) {
        return tx.query(LEASE_LIMIT_REACHED, Columns.tuple(employee, queueId))
                .map(rows -> rows.iterator().next().getBoolean("reached"));
    }

    @Override
    public Future<Instant> leaseEnds(Tx tx, String queueId) {
        return tx.query(LEASE_ENDS, Columns.tuple(queueId))
                .map(rows -> Columns.instant(rows.iterator().next(), "until"));
    }

    @Override
    public Write lease(String caseId, Lease lease) {
        return Write.guarded(LEASE, Columns.tuple(caseId, lease.holder(), Columns.time(lease.until())));
    }

    @Override
    public Write endLease(String caseId) {
        return Write.guarded(END_LEASE, Columns.tuple(caseId));
    }

    private static List<Item> items(RowSet<Row> rows) {
        List<Item> items = new ArrayList<>();
        rows.forEach(row -> items.add(item(row)));
        return items;
    }

    private static Item item(Row row) {
        return new Item(
                row.getString("case_id"),
                CaseKind.valueOf(row.getString("kind")),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("merchant_id"),
                row.getString("shop_id"),
                row.getString("queue_id"),
                QueuePhase.valueOf(row.getString("phase")),
                Priority.of(row.getShort("priority")),
                Columns.instant(row, "entered_at"),
                Columns.maybeInstant(row, "due_at").filter(due -> due.isBefore(PgQueueItems.NOT_KNOWN)),
                Columns.maybeText(row, "taken_by"),
                Columns.maybeText(row, "lease_holder")
                        .map(holder -> new Lease(holder, Columns.instant(row, "lease_until"))),
                Columns.maybeInstant(row, "snoozed_until"),
                Columns.maybeText(row, "rule_id"),
                row.getBoolean("moved"));
    }
}
