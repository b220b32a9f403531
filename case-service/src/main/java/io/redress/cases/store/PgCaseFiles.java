package io.redress.cases.store;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.app.opening.TransferBars;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.Ending;
import io.redress.cases.domain.KindPolicy.OnceKey;
import io.redress.cases.domain.Request;
import io.redress.cases.domain.clock.StepKind;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;

/** Case files: {@link CaseRows} reads them; what is said in one is {@link ProceedingsRows}. */
public final class PgCaseFiles implements CaseFiles {

    private static final String CASE_OF_EFFECT = "SELECT case_id FROM effect_line WHERE effect_id = $1";

    private static final String CASE_OF_SETTLED_EFFECT = CASE_OF_EFFECT + " AND state IN ('APPLIED', 'SUPERSEDED')";

    private static final String MATTER = """
            SELECT coalesce(p.standing, c.penalty_id IS NULL) AS standing,
                   EXISTS (SELECT 1 FROM case_file o WHERE o.penalty_id = c.penalty_id AND o.case_id <> c.case_id
                       AND (o.status <> 'WITHDRAWN' OR o.counted))
                   OR EXISTS (SELECT 1 FROM case_file o WHERE o.once_key = c.once_key AND o.case_id <> c.case_id
                       AND CASE WHEN o.once_at_a_time THEN o.status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE')
                           ELSE o.status <> 'WITHDRAWN' OR o.counted END) AS appealed
            FROM case_file c LEFT JOIN penalty_view p ON p.penalty_id = c.penalty_id WHERE c.case_id = $1""";

    private static final String INSERT = """
            INSERT INTO case_file (case_id, kind, penalty_id, merchant_id, shop_id, language, status, opened_by, own_motion,
                opened_at, opened_under, advocate_id, respondent_department, counted, version, event_sequence, chain_head,
                opened_as, policy_version, once_key, once_at_a_time, late_because)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, false, $14, $15, $16, $17, $18, $19, $20, $21)""";

    private static final String UPDATE = """
            UPDATE case_file
            SET version = $3, event_sequence = $4, chain_head = $5, status = $6, advocate_id = $7, adjudicator_id = $8,
                answer_by = $9, draft_id = $10, counted = $11, ended_by = $12, ended_at = $13, end_reasons_zh = $14,
                end_reasons_en = $15, own_motion = $16, advocate_asked = $17
            WHERE case_id = $1 AND version = $2""";

    private final CaseRows cases;

    public PgCaseFiles(TransferBars bars) {
        this.cases = new CaseRows(bars);
    }

    @Override
    public Future<Optional<Loaded<CaseFile>>> find(Tx tx, String caseId) {
        return cases.find(tx, caseId);
    }

    @Override
    public Future<Optional<String>> caseOfEffect(Tx tx, String effectId) {
        return caseOf(tx, CASE_OF_EFFECT, effectId);
    }

    @Override
    public Future<Optional<String>> caseOfSettledEffect(Tx tx, String effectId) {
        return caseOf(tx, CASE_OF_SETTLED_EFFECT, effectId);
    }

    private static Future<Optional<String>> caseOf(Tx tx, String sql, String effectId) {
        return tx.query(sql, Columns.tuple(effectId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("case_id")));
    }

    @Override
    public Future<Matter> matter(Tx tx, String caseId) {
        return tx.query(MATTER, Columns.tuple(caseId)).map(rows -> {
            if (rows.size() == 0) {
                return new Matter(false, false);
            }
            Row row = rows.iterator().next();
            return new Matter(row.getBoolean("standing"), row.getBoolean("appealed"));
        });
    }

    @Override
    public Write insert(CaseFile file, Optional<OnceKey> once, Recorded recorded) {
        Revision after = recorded.after();
        Write write = Write.guarded(
                        INSERT,
                        Columns.tuple(
                                file.id(),
                                file.kind().name(),
                                Columns.orNull(file.penaltyId()),
                                file.party().merchantId(),
                                file.party().shopId(),
                                file.party().language(),
                                file.status().name(),
                                file.opening().openedBy(),
                                file.opening().ownMotion(),
                                Columns.time(file.opening().openedAt()),
                                Columns.orNull(file.opening().mandate()),
                                Columns.orNull(file.people().advocateId()),
                                Columns.orNull(file.people().respondentDepartment()),
                                after.version(),
                                after.sequence(),
                                Columns.head(after),
                                file.opening().right().map(Enum::name).orElse(null),
                                file.checklist().policyVersion(),
                                once.map(OnceKey::key).orElse(null),
                                once.map(OnceKey::atATime).orElse(false),
                                Columns.orNull(file.opening().lateBecause())))
                .with(recorded)
                .with(lookAtClocks(file.id(), recorded));
        Write told = AdvocateTermRows.opened(file, write);
        return file.subject() instanceof Request request ? RequestRows.insert(file.id(), request, told) : told;
    }

    /** The clocks follow the history: what has happened is looked at a little later at the latest. */
    private static Write.Fragment lookAtClocks(String caseId, Recorded recorded) {
        Instant at = recorded.events().get(0).businessTime();
        return Deadlines.noLaterThan(ClockFiles.LOOK, caseId, at.plus(ClockFiles.LOOK_AFTER));
    }

    @Override
    public Write update(CaseFile before, CaseFile after, Revision guard, Recorded recorded) {
        Revision next = recorded.after();
        Optional<Ending> ending = after.proceedings().ending();
        Optional<BilingualText> reasons = ending.flatMap(Ending::reasons);
        Write write = Write.guarded(
                        UPDATE,
                        Columns.tuple(
                                after.id(),
                                guard.version(),
                                next.version(),
                                next.sequence(),
                                Columns.head(next),
                                after.status().name(),
                                Columns.orNull(after.people().advocateId()),
                                Columns.orNull(after.people().adjudicatorId()),
                                Columns.time(after.proceedings().answerBy()),
                                after.proceedings().draft().map(Draft::draftId).orElse(null),
                                after.counted(),
                                ending.map(Ending::by).orElse(null),
                                Columns.time(ending.map(Ending::at)),
                                reasons.map(BilingualText::zh).orElse(null),
                                reasons.map(BilingualText::en).orElse(null),
                                after.opening().ownMotion(),
                                after.people().askedForAnother()))
                .with(recorded);
        boolean steps = recorded.events().stream()
                .anyMatch(event -> StepKind.of(event.type()).isPresent());
        Write said = RequirementRows.changes(
                after.id(),
                before.checklist(),
                after.checklist(),
                ProceedingsRows.changes(
                        after.id(),
                        before.proceedings(),
                        after.proceedings(),
                        steps
                                ? write.with(lookAtClocks(after.id(), recorded))
                                        .with(PgSnoozes.wake(after.id(), recorded))
                                : write));
        Write heard = HearingRows.changes(after.id(), before.hearing(), after.hearing(), said);
        return AdvocateTermRows.changes(before, after, recorded, heard);
    }
}
