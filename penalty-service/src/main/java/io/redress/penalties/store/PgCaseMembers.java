package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.seal.CaseMembers;
import io.redress.penalties.domain.seal.CasePeople;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Table case_people. */
public final class PgCaseMembers implements CaseMembers {

    private static final String OF = "SELECT advocate, adjudicator FROM case_people WHERE penalty_id = $1";

    private static final String OF_CASE = "SELECT advocate, ruling_by FROM case_people WHERE case_id = $1";

    private static final String RULING = "UPDATE case_people SET ruling_by = $2::timestamptz WHERE case_id = $1::text";

    private static final String OPENED = """
            INSERT INTO case_people (case_id, penalty_id) VALUES ($1::text, $2::text) ON CONFLICT (case_id) DO NOTHING""";

    private static final String ADVOCATE = "UPDATE case_people SET advocate = $2::text WHERE case_id = $1::text";

    private static final String ADJUDICATOR = "UPDATE case_people SET adjudicator = $2::text WHERE case_id = $1::text";

    private static final String GONE = "DELETE FROM case_people WHERE case_id = $1::text";

    @Override
    public Future<CasePeople> of(Tx tx, String penaltyId) {
        return tx.query(OF, Tuple.of(penaltyId)).map(rows -> {
            Set<String> advocates = new HashSet<>();
            Set<String> adjudicators = new HashSet<>();
            rows.forEach(row -> {
                Optional.ofNullable(row.getString("advocate")).ifPresent(advocates::add);
                Optional.ofNullable(row.getString("adjudicator")).ifPresent(adjudicators::add);
            });
            return new CasePeople(advocates, adjudicators);
        });
    }

    @Override
    public Future<Optional<OpenCase>> ofCase(Tx tx, String caseId) {
        return tx.query(OF_CASE, Tuple.of(caseId)).map(rows -> {
            Optional<OpenCase> found = Optional.empty();
            for (Row row : rows) {
                found = Optional.of(
                        new OpenCase(Columns.optionalText(row, "advocate"), Columns.optionalInstant(row, "ruling_by")));
            }
            return found;
        });
    }

    @Override
    public Write rulingExpected(String caseId, Instant by) {
        return Write.none().with(RULING, Tuple.of(caseId, Columns.time(by)));
    }

    @Override
    public Write opened(String caseId, String penaltyId) {
        return Write.none().with(OPENED, Tuple.of(caseId, penaltyId));
    }

    @Override
    public Write advocate(String caseId, String advocateId) {
        return Write.none().with(ADVOCATE, Tuple.of(caseId, advocateId));
    }

    @Override
    public Write adjudicator(String caseId, String adjudicatorId) {
        return Write.none().with(ADJUDICATOR, Tuple.of(caseId, adjudicatorId));
    }

    @Override
    public Write gone(String caseId) {
        return Write.none().with(GONE, Tuple.of(caseId));
    }
}
