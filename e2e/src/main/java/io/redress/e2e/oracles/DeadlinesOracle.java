package io.redress.e2e.oracles;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** I9: nobody's time to appeal was cut short, and nothing that was due was left undone. */
public final class DeadlinesOracle implements Oracle {

    private static final String FINAL_TOO_EARLY = """
            SELECT f.subject || ' final at ' || f.business_time FROM penalties.history f
            WHERE f.event_type = 'PenaltyFinal'
              AND NOT EXISTS (
                    SELECT 1 FROM cases.history w
                    WHERE w.subject = f.subject || ':window' AND w.event_type = 'AppealWindowClosed'
                      AND w.business_time <= f.business_time)
              AND NOT EXISTS (
                    SELECT 1 FROM cases.history r
                    WHERE (r.event_type IN ('ConditionalRulingFulfilled', 'ConditionalRulingLapsed')
                           OR (r.event_type = 'RulingIssued' AND r.envelope::jsonb -> 'data' ->> 'outcome' <> 'CONDITIONAL'))
                      AND r.envelope::jsonb -> 'data' ->> 'penaltyId' = f.subject
                      AND r.business_time <= f.business_time)""";
    private static final String CLOSED_TOO_EARLY = """
            SELECT subject || ' closed at ' || business_time || ', its time ends at '
                   || (envelope::jsonb -> 'data' ->> 'closesAt')
            FROM cases.history WHERE event_type = 'AppealWindowClosed'
              AND business_time < (envelope::jsonb -> 'data' ->> 'closesAt')::timestamptz""";
    private static final String CLOSED_AND_NOT_FINAL = """
            SELECT p.id || ' ' || p.status FROM penalties.penalty p
            JOIN cases.appeal_window w ON w.penalty_id = p.id AND w.closed
            WHERE NOT p.final""";
    private static final String MISSED = """
            SELECT kind || ' of ' || subject || ' due at ' || due_at || ', failed ' || failures || ' times'
            FROM %s.deadline WHERE state = 'PENDING' AND due_at <= ?""";
    // What was to become of it, whatever the table of deadlines says: a deadline that was struck off leaves no row.
    private static final Map<String, String> UNDONE = new TreeMap<>(Map.of(
            "a window is over and not closed",
            """
            SELECT penalty_id || ' until ' || closes_at FROM cases.appeal_window
            WHERE NOT closed AND stopped_at IS NULL AND closes_at <= ?""",
            "a statement is not deemed delivered",
            """
            SELECT penalty_id || ' issued at ' || issued_at FROM cases.appeal_window
            WHERE delivered_at IS NULL AND bounced_at IS NULL AND NOT closed AND stopped_at IS NULL
              AND issued_at + make_interval(secs => deemed_seconds) <= ?""",
            "a condition is over and its ruling is not settled",
            """
            SELECT k.condition_id || ' until ' || k.report_by FROM cases.ruling_condition k
            JOIN cases.case_file c ON c.draft_id = k.draft_id AND c.status = 'CONDITIONAL'
            WHERE k.state = 'PENDING' AND k.report_by <= ?""",
            "a measure is over and not served",
            """
            SELECT id || ' until ' || ends_at FROM penalties.measure WHERE state = 'IN_FORCE' AND ends_at <= ?""",
            "the time of a clock is up and it runs on",
            """
            SELECT case_id || ' ' || kind || ' ' || round || ' due at ' || due_at FROM cases.clock_run
            WHERE state = 'RUNNING' AND due_at <= ?""",
            "a request to reopen is late and nobody was told",
            """
            SELECT request_id || ' due at ' || due_at FROM cases.reopening_request
            WHERE granted IS NULL AND NOT overdue AND due_at <= ?""",
            "an announcement is over and the penalty is neither in force nor held",
            """
            SELECT p.id || ' until ' || p.announced_until FROM penalties.penalty p
            WHERE p.status = 'ANNOUNCED' AND p.announced_until <= ? AND NOT EXISTS (
                SELECT 1 FROM penalties.proof_of_cure k WHERE k.penalty_id = p.id AND k.outcome IS NULL)"""));
    private static final List<String> SCHEMAS = List.of("penalties", "cases", "refunds", "notifications");

    private final Rows rows;
    private final Instant restedSince;

    /** @param restedSince a business time at which the suite has come to rest since: all that was due then is done */
    public DeadlinesOracle(Connection connection, Instant restedSince) {
        this.rows = new Rows(connection);
        this.restedSince = restedSince;
    }

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public String guarantees() {
        return "no penalty is final before its appeal window closed or a ruling; nothing due is left undone";
    }

    @Override
    public List<Violation> check() {
        List<Violation> found = new ArrayList<>();
        add(found, "final before its window closed and without a ruling", rows.texts(FINAL_TOO_EARLY));
        add(found, "a window closed before its end", rows.texts(CLOSED_TOO_EARLY));
        add(found, "a window has closed and its penalty is not final", rows.texts(CLOSED_AND_NOT_FINAL));
        UNDONE.forEach((meaning, sql) -> add(found, meaning, rows.texts(sql, Timestamp.from(restedSince))));
        for (String schema : SCHEMAS) {
            add(
                    found,
                    schema + ": a deadline was missed",
                    rows.texts(MISSED.formatted(schema), Timestamp.from(restedSince)));
        }
        return List.copyOf(found);
    }

    private void add(List<Violation> found, String meaning, List<String> what) {
        what.forEach(each -> found.add(new Violation(id(), meaning + ": " + each)));
    }
}
