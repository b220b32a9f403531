package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.hearing.Clarifications;
import io.redress.penalties.app.hearing.ReliefRequests;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.penalty.Clarification;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of tables clarification and interim_relief, by their ids, which grow with time. */
public final class PgHearings {

    private static final String CLARIFICATIONS =
            "SELECT c.penalty_id, p.merchant_id, p.shop_id, " + HearingRows.COLUMNS + """

            FROM clarification c JOIN penalty p ON p.id = c.penalty_id
            WHERE $1::text = CASE WHEN c.outcome IS NOT NULL THEN 'ANSWERED' WHEN c.escalated THEN 'ESCALATED' ELSE 'OPEN' END
              AND (c.outcome IS NOT NULL OR p.status IN ('HELD', 'PROPOSED', 'ANNOUNCED'))
              AND c.id > $2::text ORDER BY c.id LIMIT $3::integer""";

    private static final String REQUESTS =
            "SELECT r.measure_id, m.penalty_id, p.merchant_id, p.proposed_by, p.approved_by, m.shop_id, m.kind, "
                    + ReliefRows.COLUMNS + """

            FROM interim_relief r JOIN measure m ON m.id = r.measure_id JOIN penalty p ON p.id = m.penalty_id
            WHERE $1::text = coalesce(r.outcome, CASE WHEN r.lapsed THEN 'LAPSED' ELSE 'OPEN' END)
              AND r.id > $2::text ORDER BY r.id LIMIT $3::integer""";

    private PgHearings() {}

    public static Future<List<Clarifications.Listed>> clarifications(
            Tx tx, Clarification.State state, Optional<String> after, int limit) {
        return tx.query(CLARIFICATIONS, Tuple.of(state.name(), after.orElse(""), limit))
                .map(rows -> {
                    List<Clarifications.Listed> listed = new ArrayList<>();
                    rows.forEach(row -> listed.add(new Clarifications.Listed(
                            row.getString("penalty_id"),
                            row.getString("merchant_id"),
                            row.getString("shop_id"),
                            HearingRows.clarification(row),
                            state != Clarification.State.ANSWERED)));
                    return listed;
                });
    }

    public static Future<List<ReliefRequests.Listed>> reliefs(
            Tx tx, InterimRelief.State state, Optional<String> after, int limit) {
        return tx.query(REQUESTS, Tuple.of(state.name(), after.orElse(""), limit))
                .map(rows -> {
                    List<ReliefRequests.Listed> listed = new ArrayList<>();
                    rows.forEach(row -> listed.add(new ReliefRequests.Listed(
                            row.getString("measure_id"),
                            row.getString("penalty_id"),
                            row.getString("merchant_id"),
                            row.getString("shop_id"),
                            row.getString("kind"),
                            punishedBy(row),
                            ReliefRows.relief(row))));
                    return listed;
                });
    }

    private static Set<String> punishedBy(Row row) {
        return Stream.of(row.getString("proposed_by"), row.getString("approved_by"))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
