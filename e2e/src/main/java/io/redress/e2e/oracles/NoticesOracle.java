package io.redress.e2e.oracles;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * I5: every event that must tell somebody has one stored notice for each recipient, no notice tells of anything else,
 * and none is of another merchant. A notice that was refused, and lies with an operator, counts as known of.
 */
public final class NoticesOracle extends SqlOracle {

    /** Who is to be told of what, from the conventions: the role, and the member of the event that names the person. */
    private static final String EXPECTED = """
            WITH told AS (
                SELECT event_id, event_type, envelope::jsonb -> 'data' AS data FROM penalties.history
                UNION ALL
                SELECT event_id, event_type, envelope::jsonb -> 'data' FROM cases.history),
            expected AS (
                SELECT event_id, event_type, 'MERCHANT' AS role, 'MERCHANT' AS kind, data ->> 'merchantId' AS recipient,
                       data ->> 'merchantId' AS merchant
                FROM told
                WHERE event_type IN ('StatementIssued', 'MeasureLifted', 'PenaltyReduced', 'PenaltyReversed',
                        'DisclosureIssued', 'ClarificationAnswered', 'ProofOfCureAnswered', 'InterimReliefDecided',
                        'ShopEnrolled', 'MilestoneVerified',
                        'CaseOpened', 'AdvocateAssigned', 'AdvocateChanged', 'BriefFiled', 'DraftRulingIssued', 'RulingIssued',
                        'ConditionalRulingFulfilled', 'ConditionalRulingLapsed', 'CaseClosed', 'ReopeningRequestRefused',
                        'CaseReopeningProposed', 'CaseReopened', 'CaseReopeningRefused', 'CaseContinued', 'CaseJoined', 'CaseLeft',
                        'CaseWithdrawn', 'CaseInadmissible')
                   OR (event_type = 'MeasureInForce' AND data ->> 'origin' = 'IMPOSED')
                   OR (event_type IN ('MessageSent', 'ReopeningRequested') AND data ->> 'from' = 'ADVOCATE')
                   OR (event_type = 'MessageFiled' AND data ->> 'byTheOther' = 'true')
                UNION ALL
                SELECT event_id, event_type, 'ADVOCATE', 'EMPLOYEE', data ->> 'advocateId', data ->> 'merchantId'
                FROM told
                WHERE event_type IN ('AdvocateAssigned', 'AdvocateChanged', 'AdvocateReportingMoved', 'AnswerFiled', 'DraftRulingIssued', 'InterimReliefDecided',
                        'InterimReliefLapsed', 'ConditionalRulingFulfilled', 'ConditionalRulingLapsed',
                        'CaseReopeningProposed', 'CaseReopened', 'CaseReopeningRefused', 'CaseJoined', 'CaseLeft', 'EffectOverdue',
                        'ReopeningRequestRefused', 'ReopeningRequestOverdue')
                  AND coalesce(data ->> 'advocateId', '') <> ''
                UNION ALL
                SELECT event_id, event_type, 'ADVOCATE', 'EMPLOYEE', data ->> 'advocateId', data ->> 'merchantId'
                FROM told
                WHERE event_type IN ('MessageSent', 'ReopeningRequested') AND data ->> 'from' = 'MERCHANT' AND coalesce(data ->> 'advocateId', '') <> ''
                UNION ALL
                SELECT event_id, event_type, 'FORMER', 'EMPLOYEE', data ->> 'formerAdvocateId', data ->> 'merchantId'
                FROM told WHERE event_type = 'AdvocateChanged'
                UNION ALL
                SELECT event_id, event_type, 'MERCHANT', 'MERCHANT', data ->> 'merchantId', data ->> 'merchantId'
                FROM told WHERE event_type = 'AdjudicatorChanged' AND data ->> 'heardAlone' = 'true'
                UNION ALL
                SELECT event_id, event_type, 'ADVOCATE', 'EMPLOYEE', data ->> 'advocateId', data ->> 'merchantId'
                FROM told
                WHERE event_type = 'AdjudicatorChanged' AND data ->> 'heardAlone' = 'true'
                  AND coalesce(data ->> 'advocateId', '') <> ''
                UNION ALL
                SELECT event_id, event_type, part.role, 'EMPLOYEE', data ->> part.member, data ->> 'merchantId'
                FROM told JOIN (VALUES ('ADJUDICATOR', 'adjudicatorId'), ('FORMER_ADJUDICATOR', 'formerAdjudicatorId'))
                        AS part (role, member) ON coalesce(data ->> part.member, '') <> ''
                WHERE event_type = 'AdjudicatorChanged' AND data ->> 'cause' = 'REASSIGNED'
                UNION ALL
                SELECT event_id, event_type, 'RESPONDENT', 'EMPLOYEE', data ->> 'respondentId', data ->> 'merchantId'
                FROM told
                WHERE event_type = 'DraftRulingIssued' AND coalesce(data ->> 'respondentId', '') <> ''
                UNION ALL
                SELECT event_id, event_type, 'HEAD', 'EMPLOYEE', data ->> 'headId', data ->> 'merchantId'
                FROM told
                WHERE event_type IN ('CaseClaimed', 'DraftRulingIssued', 'NoAdvocateFree', 'ReopeningRequested', 'ReopeningRequestOverdue')
                  AND coalesce(data ->> 'headId', '') <> ''
                UNION ALL
                SELECT event_id, event_type, 'ADJUDICATOR', 'EMPLOYEE', data ->> 'adjudicatorId', data ->> 'merchantId'
                FROM told
                WHERE event_type IN ('AnswerFiled', 'ReplyFiled') AND coalesce(data ->> 'adjudicatorId', '') <> ''
                UNION ALL
                SELECT event_id, event_type, 'ADVOCATE', 'EMPLOYEE', data ->> 'advocateId', data ->> 'merchantId'
                FROM told
                WHERE event_type = 'ReplyFiled' AND data ->> 'side' = 'DEPARTMENT' AND coalesce(data ->> 'advocateId', '') <> ''
                UNION ALL
                SELECT event_id, event_type, 'RESPONDENT', 'EMPLOYEE',
                       coalesce(data ->> 'approvedBy', data ->> 'proposedBy'), data ->> 'merchantId'
                FROM told WHERE event_type IN ('ClarificationFiled', 'ClarificationEscalated', 'ProofOfCureFiled',
                        'ProofOfCureEscalated')
                UNION ALL
                SELECT event_id, event_type, 'ADVOCATE', 'EMPLOYEE', data ->> 'raisedBy', data ->> 'merchantId'
                FROM told WHERE event_type = 'SealChallengeAnswered'
                UNION ALL
                SELECT event_id, event_type, part.role, 'EMPLOYEE', data ->> part.member, data ->> 'merchantId'
                FROM told JOIN (VALUES ('HOLDER', 'holderId'), ('HEAD', 'headId'), ('ADVOCATE', 'advocateId'),
                        ('ADJUDICATOR', 'adjudicatorId')) AS part (role, member) ON coalesce(data ->> part.member, '') <> ''
                WHERE event_type IN ('ClockWarning', 'ClockLapsed', 'SnoozeEnded')
                UNION ALL
                SELECT event_id, event_type, desk.role, 'EMPLOYEE', desk.employee, data ->> 'merchantId'
                FROM told JOIN (VALUES ('SealChallengeLapsed', 'INTEGRITY', '%1$s'), ('InterimReliefLapsed', 'INTEGRITY', '%1$s'),
                        ('AdvocateConcentrated', 'INTEGRITY', '%1$s'),
                        ('EffectOverdue', 'OPERATORS', '%5$s'), ('InterimReliefAsked', 'DUTY', '%2$s'), ('ClarificationEscalated', 'APPROVERS', '%3$s'))
                        AS desk (type, role, employee) ON desk.type = event_type AND desk.employee <> ''
                UNION ALL
                SELECT event_id, event_type, 'INTEGRITY', 'EMPLOYEE', '%1$s', data ->> 'merchantId'
                FROM told WHERE event_type = 'NoAdvocateFree' AND coalesce(data ->> 'headId', '') = '' AND '%1$s' <> ''
                UNION ALL
                SELECT 'bounce-of-' || subject, 'NoticeBounced', 'MERCHANT', 'MERCHANT', n.merchant_id, n.merchant_id
                FROM notifications.history h JOIN notifications.notice n ON n.id = h.subject
                WHERE h.event_type = 'NoticeBounced' AND n.recipient_kind = 'MERCHANT' AND n.type = ANY (%4$s)
                GROUP BY subject, n.merchant_id)
            """;

    /** Notices whose bounce the merchant has to hear of: those that touch his rights. */
    private static final String CRITICAL = """
            ARRAY['StatementIssued', 'MeasureInForce', 'PenaltyReduced', 'PenaltyReversed', 'DisclosureIssued',
                  'ClarificationAnswered', 'ProofOfCureAnswered', 'InterimReliefDecided', 'DraftRulingIssued', 'RulingIssued', 'ConditionalRulingFulfilled', 'ConditionalRulingLapsed',
                  'ReopeningRequestRefused', 'CaseReopened', 'CaseReopeningRefused', 'CaseContinued', 'Inadmissible', 'NoticeBounced']""";

    public NoticesOracle(Connection connection, Expectations.Desks desks) {
        super(connection, questions(desks));
    }

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public String guarantees() {
        return "every event that must tell somebody has one notice for each recipient, and no notice tells of another";
    }

    private static Map<String, String> questions(Expectations.Desks desks) {
        String expected = EXPECTED.formatted(
                employee(desks.integrity()),
                employee(desks.duty()),
                employee(desks.approvers()),
                CRITICAL,
                employee(desks.operators()));
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("nobody was told", expected + """
                SELECT e.event_type || ' ' || e.event_id || ' to ' || e.role || ' ' || coalesce(e.recipient, '?')
                FROM expected e
                WHERE NOT EXISTS (
                        SELECT 1 FROM notifications.notice n
                        WHERE n.source_event_id = e.event_id AND n.recipient_kind = e.kind
                          AND n.recipient_id = e.recipient)
                  AND NOT EXISTS (
                        SELECT 1 FROM notifications.refused_notice r
                        WHERE r.source_event_id = e.event_id AND r.addressee = e.role)""");
        questions.put("told twice", """
                SELECT source_event_id || ' to ' || recipient_id || ', ' || count(*) || ' notices'
                FROM notifications.notice GROUP BY source_event_id, recipient_kind, recipient_id
                HAVING count(*) > 1""");
        questions.put("a notice that no event calls for", expected + """
                SELECT n.id || ' ' || n.type || ' of ' || n.source_event_id || ' to ' || n.recipient_id
                FROM notifications.notice n
                WHERE NOT EXISTS (
                        SELECT 1 FROM expected e
                        WHERE e.event_id = n.source_event_id AND e.kind = n.recipient_kind
                          AND e.recipient = n.recipient_id
                          AND n.type = CASE e.event_type WHEN 'CaseInadmissible' THEN 'Inadmissible'
                                            ELSE e.event_type END)
                  AND NOT (n.recipient_kind = 'EMPLOYEE' AND n.type = 'NoticeBounced' AND EXISTS (
                        SELECT 1 FROM expected e WHERE e.event_id = n.source_event_id))""");
        questions.put("a notice of another merchant than its event", expected + """
                SELECT n.id || ' of ' || coalesce(n.merchant_id, 'nobody') || ', its event of ' || e.merchant
                FROM notifications.notice n JOIN expected e ON e.event_id = n.source_event_id
                WHERE n.merchant_id IS DISTINCT FROM e.merchant
                GROUP BY n.id, n.merchant_id, e.merchant""");
        questions.put("a notice whose storing is not in its history exactly once", """
                SELECT n.id || ' ' || count(h.event_id) FROM notifications.notice n
                LEFT JOIN notifications.history h ON h.subject = n.id AND h.event_type = 'NoticeStored'
                GROUP BY n.id HAVING count(h.event_id) <> 1""");
        return questions;
    }

    private static String employee(Optional<String> desk) {
        String employee = desk.orElse("");
        if (!employee.matches("[A-Za-z0-9._-]{0,64}")) {
            throw new IllegalArgumentException("no employee's id: " + employee);
        }
        return employee;
    }
}
