package io.redress.cases.store;

import io.redress.cases.app.queue.QueueItems;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.clock.KeptClock;
import io.redress.cases.domain.queue.QueuePhase;
import io.redress.cases.domain.queue.Routing;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where cases lie, written with the case. */
public final class PgQueueItems implements QueueItems {

    /** What is due when no end of a clock is known. */
    static final Instant NOT_KNOWN = Instant.parse("9999-12-31T00:00:00Z");

    private static final String OPENED = """
            INSERT INTO queue_item (case_id, queue_id, phase, priority, entered_at, due_at, taken_by, rule_id, routed_under)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    /** The last line holds for what is taken: somebody else must not have it on lease. */
    private static final String MOVED = """
            INSERT INTO queue_item (case_id, queue_id, phase, priority, entered_at, due_at, taken_by, rule_id, routed_under)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (case_id) DO UPDATE
            SET (queue_id, priority, rule_id, routed_under, moved, entered_at, past_due) = (
                    SELECT CASE WHEN k.stays THEN queue_item.queue_id ELSE r.queue_id END,
                           CASE WHEN k.stays THEN queue_item.priority ELSE r.priority END,
                           CASE WHEN k.stays THEN queue_item.rule_id ELSE r.rule_id END,
                           CASE WHEN k.stays THEN queue_item.routed_under ELSE excluded.routed_under END,
                           queue_item.moved AND queue_item.phase = excluded.phase,
                           CASE WHEN queue_item.phase = excluded.phase AND (k.stays OR queue_item.queue_id = r.queue_id)
                                THEN queue_item.entered_at ELSE excluded.entered_at END,
                           r.late
                    FROM (SELECT l.late,
                                 CASE WHEN l.late THEN $12::text ELSE excluded.queue_id END AS queue_id,
                                 CASE WHEN l.late THEN $13::smallint ELSE excluded.priority END AS priority,
                                 CASE WHEN l.late THEN $14::text ELSE excluded.rule_id END AS rule_id
                          FROM (SELECT queue_item.past_due AND queue_item.phase = excluded.phase AS late) l) r
                    CROSS JOIN LATERAL (
                          SELECT queue_item.moved AND queue_item.phase = excluded.phase
                              OR EXISTS (SELECT 1 FROM work_queue q
                                         WHERE q.version = (SELECT max(version) FROM routing)
                                           AND q.queue_id = queue_item.queue_id AND q.restricted)
                                 AND NOT EXISTS (SELECT 1 FROM work_queue q
                                                 WHERE q.version = (SELECT max(version) FROM routing)
                                                   AND q.queue_id = r.queue_id AND q.restricted) AS stays) k),
                phase = excluded.phase,
                taken_by = excluded.taken_by,
                due_at = CASE WHEN excluded.due_at = $11 AND queue_item.phase = excluded.phase
                              THEN queue_item.due_at ELSE excluded.due_at END,
                snoozed_until = CASE WHEN queue_item.phase = excluded.phase THEN queue_item.snoozed_until END,
                lease_holder = NULL,
                lease_until = NULL
            WHERE NOT $10::boolean OR queue_item.lease_until IS NULL OR queue_item.lease_until <= now()
               OR queue_item.lease_holder = excluded.taken_by""";

    private static final String PAST_DUE = "SELECT past_due FROM queue_item WHERE case_id = $1 AND phase <> 'ENDED'";

    /** As with a step: what was moved by hand stays, and so does what a restricted queue would lose. */
    private static final String LATE = """
            UPDATE queue_item i
            SET past_due = $3,
                (queue_id, priority, rule_id, routed_under, entered_at, lease_holder, lease_until) = (
                    SELECT CASE WHEN k.stays THEN i.queue_id ELSE $4::text END,
                           CASE WHEN k.stays THEN i.priority ELSE $5::smallint END,
                           CASE WHEN k.stays THEN i.rule_id ELSE $6::text END,
                           CASE WHEN k.stays THEN i.routed_under ELSE $7::bigint END,
                           CASE WHEN k.stays OR i.queue_id = $4 THEN i.entered_at ELSE $8::timestamptz END,
                           CASE WHEN k.stays OR i.queue_id = $4 THEN i.lease_holder END,
                           CASE WHEN k.stays OR i.queue_id = $4 THEN i.lease_until END
                    FROM (SELECT i.moved
                              OR EXISTS (SELECT 1 FROM work_queue q
                                         WHERE q.version = (SELECT max(version) FROM routing)
                                           AND q.queue_id = i.queue_id AND q.restricted)
                                 AND NOT EXISTS (SELECT 1 FROM work_queue q
                                                 WHERE q.version = (SELECT max(version) FROM routing)
                                                   AND q.queue_id = $4 AND q.restricted) AS stays) k)
            WHERE i.case_id = $1 AND i.phase = $2""";

    private static final String DUE =
            "UPDATE queue_item SET due_at = $2::timestamptz WHERE case_id = $1 AND due_at <> $2";

    private static final String LEFT = """
            DELETE FROM queue_item i
            WHERE i.case_id = $1 AND NOT EXISTS (
                SELECT 1 FROM work_queue q
                WHERE q.version = (SELECT max(version) FROM routing) AND q.queue_id = i.queue_id AND q.restricted)""";

    private static final String HIDDEN_STILL = """
            UPDATE queue_item i
            SET phase = 'ENDED', taken_by = NULL, snoozed_until = NULL, lease_holder = NULL, lease_until = NULL
            WHERE i.case_id = $1 AND EXISTS (
                SELECT 1 FROM work_queue q
                WHERE q.version = (SELECT max(version) FROM routing) AND q.queue_id = i.queue_id AND q.restricted)""";

    /** The clocks were worked out: the case is due when the first of those that have not ended is, or was. */
    static Write due(String caseId, List<KeptClock> clocks, Write write) {
        Optional<Instant> first = clocks.stream()
                .filter(clock -> clock.endedAt().isEmpty())
                .flatMap(clock -> clock.dueAt().or(clock::lapsedAt).stream())
                .min(Comparator.naturalOrder());
        return write.with(DUE, Columns.tuple(caseId, Columns.time(first.orElse(NOT_KNOWN))));
    }

    @Override
    public Write opened(CaseFile file, QueuePhase phase, Routing.Route route, long version, Instant at, Write write) {
        return write.with(OPENED, row(file, phase, route, version, at));
    }

    @Override
    public Write moved(
            CaseFile file, QueuePhase phase, Routes routes, long version, Instant at, boolean claimed, Write write) {
        Tuple arguments = row(file, phase, routes.route(), version, at)
                .addValue(claimed)
                .addValue(Columns.time(NOT_KNOWN))
                .addValue(routes.late().to().queueId())
                .addValue((short) routes.late().to().priority().rank())
                .addValue(Columns.orNull(routes.late().ruleId()));
        return write.with(new Write.Fragment(MOVED, arguments, claimed));
    }

    @Override
    public Future<Optional<Boolean>> pastDue(Tx tx, String caseId) {
        return tx.query(PAST_DUE, Columns.tuple(caseId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getBoolean("past_due")));
    }

    @Override
    public Write late(CaseFile file, QueuePhase phase, boolean pastDue, Routing.Route route, long version, Instant at) {
        return Write.none()
                .with(
                        LATE,
                        Columns.tuple(
                                file.id(),
                                phase.name(),
                                pastDue,
                                route.to().queueId(),
                                (short) route.to().priority().rank(),
                                Columns.orNull(route.ruleId()),
                                version,
                                Columns.time(at)));
    }

    @Override
    public Write ended(String caseId, Write write) {
        return write.with(LEFT, Columns.tuple(caseId)).with(HIDDEN_STILL, Columns.tuple(caseId));
    }

    private static Tuple row(CaseFile file, QueuePhase phase, Routing.Route route, long version, Instant at) {
        return Columns.tuple(
                file.id(),
                route.to().queueId(),
                phase.name(),
                (short) route.to().priority().rank(),
                Columns.time(at),
                Columns.time(due(file).orElse(NOT_KNOWN)),
                Columns.orNull(phase.takenBy(file)),
                Columns.orNull(route.ruleId()),
                version);
    }

    /** What the case itself says; the clocks say the rest when they are looked at. */
    private static Optional<Instant> due(CaseFile file) {
        if (file.status() == CaseStatus.IN_DELIBERATION) {
            return file.proceedings().answerBy();
        }
        return file.status() == CaseStatus.REPLY_WINDOW
                ? file.proceedings().draft().map(Draft::repliesBy)
                : Optional.empty();
    }
}
