package io.redress.cases.store;

import io.redress.cases.app.opening.TransferBars;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.Checklist;
import io.redress.cases.domain.Hearing;
import io.redress.cases.domain.KindPolicy;
import io.redress.cases.domain.Opening;
import io.redress.cases.domain.Party;
import io.redress.cases.domain.People;
import io.redress.cases.domain.Proceedings;
import io.redress.cases.domain.Requirement;
import io.redress.cases.domain.ShopTransfer;
import io.redress.cases.domain.Subject;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Lookup;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads cases whole. A case's row, its penalty, and which further rows there are for it come with one statement, for all
 * cases that are asked for at the same time in a transaction; only what is there is asked for then, all at once.
 */
final class CaseRows {

    // Each part looks into an index once for each case, whatever the planner thinks of the sizes of the tables.
    private static final String FIND = """
            SELECT c.case_id, c.kind, c.merchant_id, c.shop_id, c.language, c.status, c.opened_by, c.own_motion, c.opened_at,
                   c.opened_under, c.opened_as, c.late_because, c.policy_version, c.advocate_id, c.advocate_asked, c.adjudicator_id,
                   c.respondent_department, c.answer_by, c.draft_id, c.counted, c.ended_by, c.ended_at, c.end_reasons_zh,
                   c.end_reasons_en, c.version, c.event_sequence, c.chain_head, %s,
                   (SELECT b.brief_id FROM brief b WHERE b.case_id = c.case_id LIMIT 1) AS brief_id,
                   (SELECT r.ruling_id FROM ruling r WHERE r.draft_id = c.draft_id LIMIT 1) AS ruling_id,
                   (SELECT true FROM answer a WHERE a.case_id = c.case_id LIMIT 1) IS NOT NULL AS answered,
                   (SELECT true FROM case_reopening r WHERE r.case_id = c.case_id LIMIT 1) IS NOT NULL AS reopened,
                   (SELECT true FROM reopening_request r WHERE r.case_id = c.case_id LIMIT 1) IS NOT NULL AS requested,
                   (SELECT true FROM joined_case j WHERE j.case_id = c.case_id LIMIT 1) IS NOT NULL AS joined,
                   (SELECT true FROM case_requirement r WHERE r.case_id = c.case_id LIMIT 1) IS NOT NULL AS proved
            FROM unnest((SELECT $1::text[])) AS q (asked)
            CROSS JOIN LATERAL (SELECT * FROM case_file WHERE case_id = q.asked LIMIT 1) c
            LEFT JOIN LATERAL (SELECT * FROM penalty_view WHERE penalty_id = c.penalty_id LIMIT 1) p ON true
            %s""".formatted(PenaltyRows.COLUMNS, PenaltyRows.JOINED);

    /** What the policy says of a kind, in a version that does not change any more. */
    private record Kind(long version, CaseKind kind) {}

    private final Lookup<String, Row> cases = new Lookup<>((tx, caseIds) -> tx.query(FIND, Columns.keys(caseIds))
            .map(rows -> Lookup.byKey(rows, row -> row.getString("case_id"), row -> row)));

    private final Lookup<Kind, KindPolicy> policies = new Lookup<>(CaseRows::policies);
    private final TransferBars bars;

    CaseRows(TransferBars bars) {
        this.bars = bars;
    }

    Future<Optional<Loaded<CaseFile>>> find(Tx tx, String caseId) {
        return cases.find(tx, caseId)
                .compose(found -> found.map(row -> whole(tx, row).map(Optional::of))
                        .orElse(Future.succeededFuture(Optional.empty())));
    }

    private Future<Loaded<CaseFile>> whole(Tx tx, Row row) {
        String caseId = row.getString("case_id");
        CaseKind kind = CaseKind.valueOf(row.getString("kind"));
        long policyVersion = row.getLong("policy_version");
        Future<Subject> subject = subject(tx, row, kind);
        Future<Optional<KindPolicy>> policy = policies.find(tx, new Kind(policyVersion, kind));
        Future<Map<String, Requirement.Entry>> said =
                row.getBoolean("proved") ? RequirementRows.said(tx, caseId) : Future.succeededFuture(Map.of());
        Future<Proceedings> proceedings = ProceedingsRows.read(tx, row);
        Future<Hearing> hearing =
                row.getBoolean("joined") ? HearingRows.read(tx, caseId) : Future.succeededFuture(Hearing.ALONE);
        return Future.all(subject, policy, said, proceedings, hearing).map(all -> {
            Checklist checklist = policy.result()
                    .map(rules -> Checklist.of(policyVersion, rules, subject.result(), said.result()))
                    .orElseGet(() -> Checklist.none(policyVersion));
            return loaded(row, kind, subject.result(), proceedings.result(), checklist, hearing.result());
        });
    }

    private static Future<Map<Kind, KindPolicy>> policies(Tx tx, List<Kind> asked) {
        List<Future<Optional<KindPolicy>>> found = asked.stream()
                .map(one -> PgKindPolicies.find(tx, one.version(), one.kind()))
                .toList();
        return Future.all(found).map(all -> {
            Map<Kind, KindPolicy> policies = new HashMap<>();
            for (int i = 0; i < asked.size(); i++) {
                Kind kind = asked.get(i);
                found.get(i).result().ifPresent(policy -> policies.put(kind, policy));
            }
            return policies;
        });
    }

    private Future<Subject> subject(Tx tx, Row row, CaseKind kind) {
        return switch (kind) {
            case PENALTY_APPEAL -> Future.succeededFuture(PenaltyRows.penalty(row));
            case COMPENSATION, FEE_RELIEF, COMPLAINT ->
                RequestRows.read(tx, row.getString("case_id"), kind, row.getString("shop_id"))
                        .map(request -> request);
            case SHOP_TRANSFER ->
                RequestRows.read(tx, row.getString("case_id"), kind, row.getString("shop_id"))
                        .compose(request ->
                                bars.of(tx, row.getString("shop_id")).map(bar -> ((ShopTransfer) request).barred(bar)));
        };
    }

    private static Loaded<CaseFile> loaded(
            Row row, CaseKind kind, Subject subject, Proceedings proceedings, Checklist checklist, Hearing hearing) {
        CaseFile file = new CaseFile(
                row.getString("case_id"),
                kind,
                new Party(row.getString("merchant_id"), row.getString("shop_id"), row.getString("language")),
                subject,
                new Opening(
                        row.getString("opened_by"),
                        row.getBoolean("own_motion"),
                        Columns.instant(row, "opened_at"),
                        Columns.maybeText(row, "opened_under"),
                        Columns.maybeText(row, "opened_as").map(Opening.Right::valueOf),
                        Columns.maybeText(row, "late_because")),
                CaseStatus.valueOf(row.getString("status")),
                new People(
                        Columns.maybeText(row, "advocate_id"),
                        Columns.maybeText(row, "adjudicator_id"),
                        Columns.maybeText(row, "respondent_department"),
                        row.getBoolean("advocate_asked")),
                proceedings,
                checklist,
                hearing);
        return new Loaded<>(file, Columns.revision(row));
    }
}
