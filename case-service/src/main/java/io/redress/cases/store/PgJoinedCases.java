package io.redress.cases.store;

import io.redress.cases.app.CaseSight.Viewer;
import io.redress.cases.app.joint.JoinedCases;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.IndividualReasons;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cases of a group, read by its lead. */
public final class PgJoinedCases implements JoinedCases {

    private static final String COUNT =
            "SELECT count(*) AS members FROM joined_case WHERE lead_id = $1 AND left_at IS NULL AND case_id <> $1";

    private static final String AMONG =
            "SELECT case_id FROM joined_case WHERE lead_id = $1 AND left_at IS NULL AND case_id = ANY ($2::text[])";

    private static final String PAGE = """
            SELECT c.case_id, c.status, c.merchant_id, c.shop_id, c.penalty_id, c.adjudicator_id, c.draft_id, c.version,
                   j.joined_at, j.joined_by, EXISTS (SELECT FROM answer a WHERE a.case_id = c.case_id) AS answered
            FROM joined_case j JOIN case_file c ON c.case_id = j.case_id
            WHERE j.lead_id = $1 AND j.left_at IS NULL AND j.case_id <> $1 AND j.case_id > $2
              AND NOT hidden_from(c.case_id, $4, $5)
            ORDER BY j.case_id LIMIT $3""";

    private static final String UNANSWERED = """
            SELECT j.case_id FROM joined_case j JOIN case_file c ON c.case_id = j.case_id
            WHERE j.lead_id = $1 AND j.left_at IS NULL AND j.case_id > $2
              AND c.status = 'IN_DELIBERATION' AND c.respondent_department IS NOT DISTINCT FROM $3::text
              AND NOT EXISTS (SELECT FROM answer a WHERE a.case_id = c.case_id)
            ORDER BY j.case_id LIMIT $4""";

    private static final String COPIED = """
            SELECT FROM joint_reasons
            WHERE lead_id = $1 AND case_id <> $2 AND (digest_zh = $3 OR digest_en = $4) LIMIT 1""";

    private static final String SAID = """
            INSERT INTO joint_reasons (lead_id, case_id, digest_zh, digest_en)
            VALUES ($1::text, $2::text, $3::text, $4::text)
            ON CONFLICT (lead_id, case_id) DO UPDATE SET digest_zh = excluded.digest_zh, digest_en = excluded.digest_en""";

    @Override
    public Future<Integer> members(Tx tx, String leadId) {
        return tx.query(COUNT, Columns.tuple(leadId))
                .map(rows -> rows.iterator().next().getInteger("members"));
    }

    @Override
    public Future<Set<String>> among(Tx tx, String leadId, Collection<String> caseIds) {
        return tx.query(AMONG, Columns.tuple(leadId, caseIds.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> found = new HashSet<>();
                    rows.forEach(row -> found.add(row.getString("case_id")));
                    return found;
                });
    }

    @Override
    public Future<List<Member>> page(Tx tx, String leadId, Viewer viewer, int limit, Optional<String> afterCaseId) {
        return tx.query(
                        PAGE,
                        Columns.tuple(
                                leadId,
                                afterCaseId.orElse(""),
                                limit + 1,
                                viewer.employee(),
                                viewer.roles().toArray(String[]::new)))
                .map(rows -> {
                    List<Member> page = new ArrayList<>();
                    rows.forEach(row -> page.add(member(row)));
                    return page;
                });
    }

    private static Member member(Row row) {
        return new Member(
                row.getString("case_id"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("merchant_id"),
                row.getString("shop_id"),
                Columns.maybeText(row, "penalty_id"),
                Columns.maybeText(row, "adjudicator_id"),
                Columns.maybeText(row, "draft_id"),
                row.getBoolean("answered"),
                row.getString("joined_by"),
                Columns.instant(row, "joined_at"),
                row.getLong("version"));
    }

    @Override
    public Future<List<String>> unanswered(
            Tx tx, String leadId, Optional<String> department, int limit, Optional<String> afterCaseId) {
        return tx.query(
                        UNANSWERED,
                        Columns.tuple(leadId, afterCaseId.orElse(""), Columns.orNull(department), limit + 1))
                .map(rows -> {
                    List<String> cases = new ArrayList<>();
                    rows.forEach(row -> cases.add(row.getString("case_id")));
                    return cases;
                });
    }

    @Override
    public Future<Boolean> copied(Tx tx, String leadId, String caseId, IndividualReasons reasons) {
        return tx.query(COPIED, Columns.tuple(leadId, caseId, reasons.zh(), reasons.en()))
                .map(rows -> rows.size() > 0);
    }

    @Override
    public Write said(String leadId, String caseId, IndividualReasons reasons) {
        return Write.none().with(SAID, Columns.tuple(leadId, caseId, reasons.zh(), reasons.en()));
    }
}
