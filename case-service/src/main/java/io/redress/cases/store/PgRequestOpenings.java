package io.redress.cases.store;

import io.redress.cases.app.CaseRules;
import io.redress.cases.app.KindPolicies;
import io.redress.cases.app.opening.OpenRequest;
import io.redress.cases.app.opening.RequestFacts;
import io.redress.cases.app.opening.RequestOpenings;
import io.redress.cases.app.opening.TransferBars;
import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.KindPolicy;
import io.redress.cases.domain.KindPolicy.OnceKey;
import io.redress.cases.domain.Party;
import io.redress.cases.domain.Request;
import io.redress.cases.domain.Requests;
import io.redress.cases.domain.ShopTransfer;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.Set;

/** What a request to be opened depends on. */
public final class PgRequestOpenings implements RequestOpenings {

    private static final String SHOP = """
            SELECT s.merchant_id, coalesce(m.language, 'zh') AS language,
                   (SELECT e.department FROM employee e
                    WHERE e.employee_id = $2 AND e.version = (SELECT max(version) FROM employee)) AS caller_department,
                   (SELECT array_agg(DISTINCT i.relation) FROM interest i
                    WHERE i.employee_id = $2
                      AND i.version = (SELECT c.version FROM configuration c WHERE c.id = 'interests:' || $2)
                      AND ((i.kind = 'SHOP' AND i.object = s.shop_id)
                           OR (i.kind = 'MERCHANT' AND i.object = s.merchant_id))) AS caller_interests,
                   (SELECT array_agg(d.department_id) FROM department d
                    WHERE d.department_id = ANY ($3::text[]) AND d.version = (SELECT max(version) FROM department)) AS departments
            FROM shop_view s LEFT JOIN merchant_view m ON m.merchant_id = s.merchant_id
            WHERE s.shop_id = $1""";

    private static final String DUPLICATE = """
            SELECT EXISTS (SELECT FROM case_file
                           WHERE once_key = $1 AND NOT once_at_a_time AND (status <> 'WITHDRAWN' OR counted)) AS duplicate""";

    private static final String AT_A_TIME = """
            SELECT EXISTS (SELECT FROM case_file
                           WHERE once_key = $1 AND once_at_a_time
                             AND status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE')) AS duplicate""";

    private final CaseRules rules;
    private final TransferBars bars;

    public PgRequestOpenings(CaseRules rules, TransferBars bars) {
        this.rules = rules;
        this.bars = bars;
    }

    @Override
    public Future<Optional<RequestFacts>> facts(Tx tx, OpenRequest.Command command, KindPolicies.Version policy) {
        String[] departments = command.request().departments().toArray(String[]::new);
        return tx.query(SHOP, Columns.tuple(command.shopId(), command.callerId(), departments))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : facts(tx, command, policy, rows.iterator().next()).map(Optional::of));
    }

    private Future<RequestFacts> facts(Tx tx, OpenRequest.Command command, KindPolicies.Version policy, Row row) {
        Request request = command.request();
        Party party = new Party(row.getString("merchant_id"), command.shopId(), row.getString("language"));
        Optional<KindPolicy> kind = policy.of(request.kind());
        Future<BusinessCalendar> calendar = rules.calendar(tx);
        return calendar.compose(days -> duplicate(tx, kind.flatMap(rule -> rule.onceKey(party, request)))
                .compose(duplicate -> bar(tx, request)
                        .map(bar -> new RequestFacts(
                                party,
                                Columns.maybeText(row, "caller_department"),
                                PgOpenings.interests(row),
                                bar,
                                new Requests.Known(
                                        kind,
                                        policy.number(),
                                        Set.copyOf(Columns.texts(row, "departments")),
                                        duplicate,
                                        days)))));
    }

    private static Future<Boolean> duplicate(Tx tx, Optional<OnceKey> once) {
        return once.isEmpty()
                ? Future.succeededFuture(false)
                : tx.query(
                                once.get().atATime() ? AT_A_TIME : DUPLICATE,
                                Columns.tuple(once.get().key()))
                        .map(rows -> rows.iterator().next().getBoolean("duplicate"));
    }

    private Future<Optional<ShopTransfer.Bar>> bar(Tx tx, Request request) {
        return request instanceof ShopTransfer transfer
                ? bars.of(tx, transfer.shopId())
                : Future.succeededFuture(Optional.empty());
    }
}
