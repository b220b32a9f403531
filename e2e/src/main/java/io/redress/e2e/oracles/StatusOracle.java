package io.redress.e2e.oracles;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/** I7, one half: every status column says what the last status event of its subject says. */
public final class StatusOracle extends SqlOracle {

    /** Of the events of a table's subjects the last that means a status, and what it means. */
    private static final String FOLD = """
            SELECT a.id || ' is ' || a.status || ', its events say ' || coalesce(f.status, 'nothing')
            FROM (%s) a LEFT JOIN (
                SELECT DISTINCT ON (h.subject) h.subject,
                    CASE WHEN h.event_type = 'RulingIssued' AND h.envelope::jsonb -> 'data' ->> 'outcome' = 'CONDITIONAL'
                        THEN 'CONDITIONAL' WHEN h.event_type = 'CaseContinued' THEN h.envelope::jsonb -> 'data' ->> 'status'
                        ELSE m.status END AS status
                FROM %s.history h JOIN (VALUES %s) AS m (event_type, status) ON m.event_type = h.event_type
                ORDER BY h.subject, h.sequence DESC) f ON f.subject = a.id
            WHERE a.status IS DISTINCT FROM f.status""";

    private static final String PENALTY = """
            ('PenaltyProposed', 'PROPOSED'), ('PenaltyHeld', 'HELD'), ('PenaltyApproved', 'PROPOSED'),
            ('PenaltyAnnounced', 'ANNOUNCED'), ('PenaltyRefused', 'REVERSED'), ('PenaltyInForce', 'IN_FORCE'),
            ('PenaltyServed', 'SERVED'), ('PenaltyExpired', 'EXPIRED'), ('PenaltyWithdrawn', 'REVERSED'),
            ('PenaltyReversed', 'REVERSED'), ('PenaltyCured', 'REPLACED')""";
    private static final String MEASURE = """
            ('MeasureScheduled', 'SCHEDULED'), ('MeasureInForce', 'IN_FORCE'), ('MeasureSuspended', 'SUSPENDED'),
            ('MeasureLifted', 'LIFTED'), ('MeasureServed', 'SERVED'), ('MeasureReversed', 'REVERSED')""";
    private static final String CASE = """
            ('CaseOpened', 'OPEN'), ('AdvocateAssigned', 'IN_ADVOCACY'), ('BriefFiled', 'SUBMITTED'),
            ('CaseClaimed', 'IN_DELIBERATION'), ('DraftRulingIssued', 'REPLY_WINDOW'), ('RulingIssued', 'EXECUTING'),
            ('ConditionalRulingFulfilled', 'EXECUTING'), ('ConditionalRulingLapsed', 'EXECUTING'),
            ('CaseReopeningProposed', 'REOPENED'), ('CaseReopened', 'IN_DELIBERATION'), ('CaseReopeningRefused', 'CLOSED'),
            ('CaseContinued', ''),
            ('CaseClosed', 'CLOSED'), ('CaseWithdrawn', 'WITHDRAWN'), ('CaseInadmissible', 'INADMISSIBLE')""";
    private static final String CLAIM = "('ClaimBooked', 'BOOKED')";

    public StatusOracle(Connection connection) {
        super(connection, questions());
    }

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public String guarantees() {
        return "the state of penalties, measures, cases, windows and claims is the fold of their events";
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("a penalty", fold("SELECT id, status FROM penalties.penalty", "penalties", PENALTY));
        questions.put("a measure", fold("SELECT id, state AS status FROM penalties.measure", "penalties", MEASURE));
        questions.put("a case", fold("SELECT case_id AS id, status FROM cases.case_file", "cases", CASE));
        questions.put(
                "a claim", fold("SELECT id, status FROM refunds.claim WHERE status <> 'FAILED'", "refunds", CLAIM));
        questions.put("a failed claim whose events say something else", """
                SELECT c.id FROM refunds.claim c WHERE c.status = 'FAILED' AND (
                    SELECT string_agg(event_type || ' ' || coalesce(envelope::jsonb -> 'data' ->> 'result', ''), ',')
                    FROM refunds.history h WHERE h.subject = c.id) IS DISTINCT FROM 'EffectAnswered FAILED'""");
        questions.put("a penalty's flag final", """
                SELECT p.id || ' final: ' || p.final FROM penalties.penalty p WHERE p.final <> EXISTS (
                    SELECT 1 FROM penalties.history h WHERE h.subject = p.id AND h.event_type = 'PenaltyFinal')""");
        questions.put("a window's flag closed", """
                SELECT w.penalty_id || ' closed: ' || w.closed FROM cases.appeal_window w WHERE w.closed <> EXISTS (
                    SELECT 1 FROM cases.history h
                    WHERE h.subject = w.penalty_id || ':window' AND h.event_type = 'AppealWindowClosed')""");
        questions.put("an event of something that there is not", """
                SELECT DISTINCT h.subject FROM penalties.history h WHERE h.event_type = 'PenaltyProposed'
                    AND NOT EXISTS (SELECT 1 FROM penalties.penalty p WHERE p.id = h.subject)
                UNION ALL
                SELECT DISTINCT h.subject FROM penalties.history h WHERE h.event_type LIKE 'Measure%'
                    AND NOT EXISTS (SELECT 1 FROM penalties.measure m WHERE m.id = h.subject)
                UNION ALL
                SELECT DISTINCT h.subject FROM cases.history h WHERE h.event_type = 'CaseOpened'
                    AND NOT EXISTS (SELECT 1 FROM cases.case_file c WHERE c.case_id = h.subject)
                UNION ALL
                SELECT DISTINCT h.subject FROM refunds.history h WHERE h.event_type = 'ClaimBooked'
                    AND NOT EXISTS (SELECT 1 FROM refunds.claim c WHERE c.id = h.subject)""");
        questions.put("case-service knows a penalty otherwise than penalty-service", """
                SELECT p.id || ' is ' || p.status || ', case-service says standing: ' || coalesce(v.standing::text, '?')
                FROM penalties.penalty p LEFT JOIN cases.penalty_view v ON v.penalty_id = p.id
                WHERE (p.status <> 'REVERSED') IS DISTINCT FROM v.standing""");
        return questions;
    }

    private static String fold(String table, String schema, String meanings) {
        return FOLD.formatted(table, schema, meanings);
    }
}
