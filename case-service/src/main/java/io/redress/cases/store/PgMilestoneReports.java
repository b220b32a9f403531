package io.redress.cases.store;

import io.redress.cases.app.ruling.MilestoneReports;
import io.redress.cases.domain.Condition;
import io.redress.cases.domain.MilestoneReport;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table milestone_report, and the conditions that wait. */
public final class PgMilestoneReports implements MilestoneReports {

    private static final String ABOUT = """
            SELECT r.verification_id, r.kind, r.matter_id, r.programme_id, r.milestone_id, r.achieved_at
            FROM case_file c JOIN milestone_report r ON r.matter_id IN (c.case_id, c.penalty_id)
            WHERE c.case_id = $1 ORDER BY r.position LIMIT 1000""";

    // The matter of a condition is the case, of an undertaking the penalty; each is asked through its own index.
    private static final String WAITING = """
            SELECT c.case_id FROM case_file c JOIN ruling_condition k ON k.draft_id = c.draft_id
            WHERE c.status = 'CONDITIONAL' AND k.state = 'PENDING' AND k.kind = $1 AND k.programme_id = $2
              AND k.milestone_id = $3 AND %s = $4""";

    private static final String CASE_OF_CONDITION = "SELECT case_id FROM ruling_condition WHERE condition_id = $1";

    private static final String INSERT = """
            INSERT INTO milestone_report (verification_id, kind, matter_id, programme_id, milestone_id, achieved_at)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (verification_id) DO NOTHING""";

    @Override
    public Future<List<MilestoneReport>> about(Tx tx, String caseId) {
        return tx.query(ABOUT, Columns.tuple(caseId)).map(rows -> {
            List<MilestoneReport> reports = new ArrayList<>();
            rows.forEach(row -> reports.add(new MilestoneReport(
                    row.getString("verification_id"),
                    Condition.Kind.valueOf(row.getString("kind")),
                    row.getString("matter_id"),
                    row.getString("programme_id"),
                    row.getString("milestone_id"),
                    Columns.instant(row, "achieved_at"))));
            return reports;
        });
    }

    @Override
    public Future<List<String>> waiting(Tx tx, MilestoneReport report) {
        String matter =
                switch (report.kind()) {
                    case CONDITION -> "c.case_id";
                    case UNDERTAKING -> "c.penalty_id";
                };
        return tx.query(
                        WAITING.formatted(matter),
                        Columns.tuple(
                                report.kind().name(), report.programmeId(), report.milestoneId(), report.matterId()))
                .map(rows -> {
                    List<String> cases = new ArrayList<>();
                    rows.forEach(row -> cases.add(row.getString("case_id")));
                    return cases;
                });
    }

    @Override
    public Future<Optional<String>> caseOfCondition(Tx tx, String conditionId) {
        return tx.query(CASE_OF_CONDITION, Columns.tuple(conditionId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("case_id")));
    }

    @Override
    public Write insert(MilestoneReport report) {
        return Write.none()
                .with(
                        INSERT,
                        Columns.tuple(
                                report.verificationId(),
                                report.kind().name(),
                                report.matterId(),
                                report.programmeId(),
                                report.milestoneId(),
                                Columns.time(report.achievedAt())));
    }
}
