package io.redress.e2e.oracles;

import io.redress.e2e.workload.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Effects as the services' own tables and histories hold them: each query yields one row for each effect, with the
 * marker in its only column. Texts carry their marker in brackets; where a command writes no text, its marker is what it
 * was about and who did it.
 */
final class SqlEffects implements Effects {

    private static final String MARKED = "'\\[([^]]+)\\]'";

    private final Connection superuser;

    SqlEffects(Connection superuser) {
        this.superuser = superuser;
    }

    @Override
    public Map<String, Integer> rows(Kind kind) {
        return counted(rowsOf(kind));
    }

    @Override
    public Map<String, Integer> events(Kind kind) {
        return counted(eventsOf(kind));
    }

    private static String rowsOf(Kind kind) {
        return switch (kind) {
            case REGISTER_MERCHANT -> "SELECT id FROM penalties.merchant";
            case REGISTER_SHOP -> "SELECT id FROM penalties.shop";
            case PROPOSE ->
                "SELECT substring(explanation_en FROM " + MARKED + ") FROM penalties.penalty WHERE imported_by IS NULL";
            case IMPORT ->
                "SELECT substring(explanation_en FROM " + MARKED
                        + ") FROM penalties.penalty WHERE imported_by IS NOT NULL";
            case APPROVE -> "SELECT id || ' ' || approved_by FROM penalties.penalty WHERE approved_by IS NOT NULL";
            case REFUSE_HELD ->
                "SELECT p.id || ' ' || h.actor FROM penalties.penalty p"
                        + " JOIN penalties.history h ON h.subject = p.id AND h.event_type = 'PenaltyRefused'"
                        + " WHERE p.status = 'REVERSED' AND p.approved_by IS NULL";
            case READ_NOTICE -> "SELECT id || ' ' || recipient_id FROM notifications.notice WHERE read_at IS NOT NULL";
            case OPEN_CASE -> "SELECT penalty_id || ' ' || opened_by FROM cases.case_file";
            case ASSIGN_ADVOCATE ->
                "SELECT case_id || ' ' || advocate_id FROM cases.case_file"
                        + " WHERE NOT own_motion AND advocate_id IS NOT NULL";
            case FILE_BRIEF -> "SELECT substring(relief FROM " + MARKED + ") FROM cases.brief";
            case CLAIM ->
                "SELECT case_id || ' ' || adjudicator_id FROM cases.case_file" + " WHERE adjudicator_id IS NOT NULL";
            case FILE_ANSWER -> "SELECT substring(text_en FROM " + MARKED + ") FROM cases.answer";
            case DRAFT_RULING -> "SELECT " + draftMarker("d") + " FROM cases.draft_ruling d";
            case REPLY -> "SELECT substring(text FROM " + MARKED + ") FROM cases.reply";
            case RULE -> "SELECT case_id || ' ' || ruled_by FROM cases.ruling";
            case WITHDRAW -> "SELECT case_id || ' ' || ended_by FROM cases.case_file WHERE status = 'WITHDRAWN'";
            case FOREIGN_READ -> throw new IllegalArgumentException("a read has no effect");
        };
    }

    private static String eventsOf(Kind kind) {
        return switch (kind) {
            case REGISTER_MERCHANT -> event("penalties", "MerchantRegistered", "h.subject", "");
            case REGISTER_SHOP -> event("penalties", "ShopRegistered", "h.subject", "");
            case PROPOSE ->
                event(
                        "penalties",
                        "PenaltyProposed",
                        "substring(p.explanation_en FROM " + MARKED + ")",
                        "JOIN penalties.penalty p ON p.id = h.subject AND p.imported_by IS NULL");
            case IMPORT ->
                event(
                        "penalties",
                        "PenaltyProposed",
                        "substring(p.explanation_en FROM " + MARKED + ")",
                        "JOIN penalties.penalty p ON p.id = h.subject AND p.imported_by IS NOT NULL");
            case APPROVE -> byActor("penalties", "PenaltyApproved");
            case REFUSE_HELD -> byActor("penalties", "PenaltyRefused");
            case READ_NOTICE -> byActor("notifications", "NoticeRead");
            case OPEN_CASE ->
                event(
                        "cases",
                        "CaseOpened",
                        "c.penalty_id || ' ' || h.actor",
                        "JOIN cases.case_file c ON c.case_id = h.subject");
            case ASSIGN_ADVOCATE ->
                event(
                        "cases",
                        "AdvocateAssigned",
                        "h.subject || ' ' || h.actor",
                        "JOIN cases.case_file c ON c.case_id = h.subject AND NOT c.own_motion");
            case FILE_BRIEF ->
                event(
                        "cases",
                        "BriefFiled",
                        "substring(b.relief FROM " + MARKED + ")",
                        "JOIN cases.brief b ON b.case_id = h.subject");
            case CLAIM -> byActor("cases", "CaseClaimed");
            case FILE_ANSWER ->
                event(
                        "cases",
                        "AnswerFiled",
                        "substring(a.text_en FROM " + MARKED + ")",
                        "JOIN cases.answer a ON a.case_id = h.subject");
            case DRAFT_RULING ->
                event(
                        "cases",
                        "DraftRulingIssued",
                        draftMarker("d"),
                        "JOIN cases.draft_ruling d ON d.draft_id = h.envelope::jsonb -> 'data' ->> 'draftId'");
            case REPLY ->
                event(
                        "cases",
                        "ReplyFiled",
                        "substring(r.text FROM " + MARKED + ")",
                        "JOIN cases.reply r ON r.case_id = h.subject AND r.by = h.actor");
            case RULE -> byActor("cases", "RulingIssued");
            case WITHDRAW -> byActor("cases", "CaseWithdrawn");
            case FOREIGN_READ -> throw new IllegalArgumentException("a read has no effect");
        };
    }

    private static String draftMarker(String draft) {
        return "(SELECT substring(v.reasons_en FROM " + MARKED + ") FROM cases.draft_violation v WHERE v.draft_id = "
                + draft + ".draft_id AND v.position = (SELECT min(position) FROM cases.draft_violation f"
                + " WHERE f.draft_id = v.draft_id))";
    }

    private static String byActor(String schema, String type) {
        return event(schema, type, "h.subject || ' ' || h.actor", "");
    }

    private static String event(String schema, String type, String marker, String join) {
        return "SELECT " + marker + " FROM " + schema + ".history h " + join + " WHERE h.event_type = '" + type + "'";
    }

    private Map<String, Integer> counted(String sql) {
        Map<String, Integer> counts = new HashMap<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String marker = rows.getString(1);
                if (marker != null) {
                    counts.merge(marker, 1, Integer::sum);
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("the effects cannot be counted: " + sql, e);
        }
    }
}
