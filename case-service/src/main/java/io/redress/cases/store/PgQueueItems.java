package io.redress.cases.store;

import io.redress.cases.app.QueueItems;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.clock.KeptClock;
import io.redress.cases.domain.queue.QueuePhase;
import io.redress.cases.domain.queue.Routing;
import io.redress.kit.pg.Write;
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
            SET (queue_id, priority, rule_id, routed_under, moved, entered_at) = (
                    SELECT CASE WHEN k.stays THEN queue_item.queue_id ELSE excluded.queue_id END,
                           CASE WHEN k.stays THEN queue_item.priority ELSE excluded.priority END,
                           CASE WHEN k.stays THEN queue_item.rule_id ELSE excluded.rule_id END,
                           CASE WHEN k.stays THEN queue_item.routed_under ELSE excluded.routed_under END,
                           queue_item.moved AND queue_item.phase = excluded.phase,
                           CASE WHEN queue_item.phase = excluded.phase AND (k.stays OR queue_item.queue_id = excluded.queue_id)
                                THEN queue_item.entered_at ELSE excluded.entered_at END
                    FROM (SELECT queue_item.moved AND queue_item.phase = excluded.phase
                              OR EXISTS (SELECT 1 FROM work_queue q
                                         WHERE q.version = (SELECT max(version) FROM routing)
                                           AND q.queue_id = queue_item.queue_id AND q.restricted)
                                 AND NOT EXISTS (SELECT 1 FROM work_queue q
                                                 WHERE q.version = (SELECT max(version) FROM routing)
                                                   AND q.queue_id = excluded.queue_id AND q.restricted) AS stays) k),
                phase = excluded.phase,
                taken_by = excluded.taken_by,
                due_at = CASE WHEN excluded.due_at = $11 AND queue_item.phase = excluded.phase
                              THEN queue_item.due_at ELSE excluded.due_at END,
                snoozed_until = CASE WHEN queue_item.phase = excluded.phase THEN queue_item.snoozed_until END,
                lease_holder = NULL,
                lease_until = NULL
            WHERE NOT $10::boolean OR queue_item.lease_until IS NULL OR queue_item.lease_until <= now()
               OR queue_item.lease_holder = excluded.taken_by""";

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
            CaseFile file,
            QueuePhase phase,
            Routing.Route route,
            long version,
            Instant at,
            boolean claimed,
            Write write) {
        Tuple arguments = row(file, phase, route, version, at).addValue(claimed).addValue(Columns.time(NOT_KNOWN));
        return write.with(new Write.Fragment(MOVED, arguments, claimed));
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
