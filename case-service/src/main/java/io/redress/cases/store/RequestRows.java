package io.redress.cases.store;

import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.Complaint;
import io.redress.cases.domain.Fee;
import io.redress.cases.domain.Loss;
import io.redress.cases.domain.Money;
import io.redress.cases.domain.MoneyRequest;
import io.redress.cases.domain.Request;
import io.redress.cases.domain.ShopTransfer;
import io.redress.cases.domain.ShopTransfer.Claimant;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a case that is no appeal asks for. Rows are added, never changed. */
final class RequestRows {

    private static final String SELECT = """
            SELECT r.*,
                   (SELECT array_agg(d.department_id ORDER BY d.position) FROM case_request_department d
                    WHERE d.case_id = r.case_id) AS departments,
                   (SELECT array_agg(c.claimant_id ORDER BY c.position) FROM case_request_claimant c
                    WHERE c.case_id = r.case_id) AS claimants,
                   (SELECT array_agg(c.relation ORDER BY c.position) FROM case_request_claimant c
                    WHERE c.case_id = r.case_id) AS relations
            FROM case_request r WHERE r.case_id = $1""";

    private static final String INSERT = """
            INSERT INTO case_request (case_id, reference, amount_minor, currency, happened_at, campaign_id, transferee_id,
                no_action_reference, no_action_at, description)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private static final String DEPARTMENT_ROWS = """
            INSERT INTO case_request_department (case_id, department_id, position)
            SELECT $1::text, d.* FROM unnest((SELECT $2::text[])) WITH ORDINALITY AS d""";

    private static final String CLAIMANT_ROWS = """
            INSERT INTO case_request_claimant (case_id, claimant_id, relation, position)
            SELECT $1::text, c.* FROM unnest((SELECT $2::text[]), $3::text[]) WITH ORDINALITY AS c""";

    private RequestRows() {}

    static Future<Request> read(Tx tx, String caseId, CaseKind kind, String shopId) {
        return tx.query(SELECT, Columns.tuple(caseId))
                .map(rows -> request(rows.iterator().next(), kind, shopId));
    }

    private static Request request(Row row, CaseKind kind, String shopId) {
        String description = row.getString("description");
        List<String> departments = Columns.texts(row, "departments");
        return switch (kind) {
            case COMPENSATION ->
                new Loss(
                        row.getString("reference"),
                        amount(row),
                        Columns.instant(row, "happened_at"),
                        departments,
                        description);
            case FEE_RELIEF ->
                new Fee(
                        row.getString("reference"),
                        amount(row),
                        Columns.instant(row, "happened_at"),
                        departments.get(0),
                        Columns.maybeText(row, "campaign_id"),
                        description);
            case SHOP_TRANSFER ->
                new ShopTransfer(shopId, row.getString("transferee_id"), claimants(row), description, Optional.empty());
            case COMPLAINT ->
                new Complaint(
                        departments.get(0),
                        Columns.maybeText(row, "no_action_reference")
                                .map(reference ->
                                        new Complaint.NoAction(reference, Columns.instant(row, "no_action_at"))),
                        description);
            case PENALTY_APPEAL -> throw new IllegalArgumentException("an appeal is no request");
        };
    }

    private static Money amount(Row row) {
        return new Money(row.getLong("amount_minor"), row.getString("currency"));
    }

    private static List<Claimant> claimants(Row row) {
        List<String> ids = Columns.texts(row, "claimants");
        List<String> relations = Columns.texts(row, "relations");
        List<Claimant> claimants = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            claimants.add(new Claimant(ids.get(i), relations.get(i)));
        }
        return claimants;
    }

    static Write insert(String caseId, Request request, Write write) {
        Optional<MoneyRequest> money = request instanceof MoneyRequest asked ? Optional.of(asked) : Optional.empty();
        Optional<Complaint.NoAction> noAction =
                request instanceof Complaint complaint ? complaint.noAction() : Optional.empty();
        Optional<Instant> happenedAt = money.map(MoneyRequest::happenedAt);
        Write whole = write.with(
                        INSERT,
                        Columns.tuple(
                                caseId,
                                money.map(MoneyRequest::reference).orElse(null),
                                money.map(asked -> asked.amount().amountMinor()).orElse(null),
                                money.map(asked -> asked.amount().currency()).orElse(null),
                                Columns.time(happenedAt),
                                request instanceof Fee fee ? Columns.orNull(fee.campaign()) : null,
                                request instanceof ShopTransfer transfer ? transfer.transfereeId() : null,
                                noAction.map(Complaint.NoAction::reference).orElse(null),
                                Columns.time(noAction.map(Complaint.NoAction::decidedAt)),
                                request.description()))
                .with(DEPARTMENT_ROWS, Columns.tuple(caseId, Columns.texts(departments(request), id -> id)));
        List<Claimant> claimants = request instanceof ShopTransfer transfer ? transfer.claimants() : List.of();
        return whole.with(
                CLAIMANT_ROWS,
                Columns.tuple(
                        caseId, Columns.texts(claimants, Claimant::id), Columns.texts(claimants, Claimant::relation)));
    }

    /** In the order in which they were named. */
    private static List<String> departments(Request request) {
        return request instanceof Loss loss ? loss.liable() : List.copyOf(request.departments());
    }
}
