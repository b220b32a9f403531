package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.config.Env;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.app.PenaltySearch;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.store.PgPenaltySearch;
import io.redress.penalties.store.PgRulebooks;
import io.redress.penalties.store.PgShopFiles;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * How the search and the lock of a decision read 50,000 penalties of 500 merchants; they are rolled back when the plans
 * have been seen.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PenaltySearchPlanIT {

    private static final PenaltySearch.Filter NONE = new PenaltySearch.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final List<String> ROWS = List.of("""
            INSERT INTO merchant (id, name, language, version, event_sequence, chain_head)
            SELECT 'plan-' || m, 'Plan', 'zh', 1, 1, decode(repeat('00', 32), 'hex') FROM generate_series(1, 500) m""", """
            INSERT INTO shop (id, merchant_id, opened_at, version, event_sequence, chain_head)
            SELECT 'plan-' || m, 'plan-' || m, '2016-01-01Z', 1, 1, decode(repeat('00', 32), 'hex')
            FROM generate_series(1, 500) m""", """
            INSERT INTO penalty (id, decision_id, merchant_id, shop_id, proposed_by, approved_by, proposed_at,
                rulebook_number, explanation_zh, explanation_en, automated_detection, automated_decision, territory,
                status, final, high_impact, version, event_sequence, chain_head)
            SELECT 'plan-' || i, 'plan-' || i, 'plan-' || 1 + i % 500, 'plan-' || 1 + i % 500, 'enf-' || i % 200,
                CASE WHEN i % 50 = 0 THEN 'appr-' || i % 7 END, '2017-01-01Z'::timestamptz + i * interval '10 minutes',
                12, 'zh', 'en', false, false, 'CN', CASE WHEN i % 1000 = 0 THEN 'HELD' ELSE 'REVERSED' END, i % 2 = 0,
                false, 1, 1, decode(repeat('00', 32), 'hex')
            FROM generate_series(1, 50000) i""", """
            INSERT INTO violation (id, penalty_id, ordinal, clause_id, rulebook_number, bucket, tariff, assessed, points,
                closure_eligible, act_kind, act_from, act_to, fact_zh, fact_en, fact_orders, fact_listings, factor_names,
                factor_values)
            SELECT 'plan-' || i, 'plan-' || i, 0, CASE WHEN i % 2000 = 0 THEN 'C-92' ELSE 'G-01' END, 12, 'GENERAL', 3, 3,
                0, false, 'LATE_DISPATCH', '2017-01-01Z', '2017-01-01Z', 'zh', 'en', '{}', '{}', '{}', '{}'
            FROM generate_series(1, 50000) i""", "ANALYZE penalty", "ANALYZE violation");

    private final PenaltySuite suite = PenaltySuite.get();
    private Database database;
    private PgConnection connection;

    @BeforeAll
    void fifty_thousand_penalties() {
        Map<String, String> environment =
                new HashMap<>(suite.infrastructure.environment(PenaltyService.NAME, PenaltyService.SCHEMA));
        environment.put("REDRESS_SEAL_KEYS", PenaltySuite.SEAL_KEYS);
        environment.put("REDRESS_PG_USER", environment.get("REDRESS_PG_OWNER_USER"));
        environment.put("REDRESS_PG_PASSWORD", environment.get("REDRESS_PG_OWNER_PASSWORD"));
        environment.put("REDRESS_PG_STATEMENT_TIMEOUT_MILLIS", "60000");
        database = new Database(
                suite.infrastructure.vertx(),
                PenaltyServiceConfig.from(new Env(environment)).service().pg(),
                PenaltyService.SCHEMA);
        connection = database.dedicatedConnection().await();
        connection.query("BEGIN").execute().await();
        ROWS.forEach(sql -> connection.query(sql).execute().await());
    }

    @AfterAll
    void forget() {
        connection.query("ROLLBACK").execute().await();
        connection.close().await();
        database.close().await();
    }

    @Test
    void selective_filters_are_served_by_an_index_of_their_own() {
        assertThat(plan(merchant("plan-7"))).contains("penalty_merchant").doesNotContain("Seq Scan on penalty");
        assertThat(plan(shop("plan-7"))).contains("penalty_shop").doesNotContain("Seq Scan on penalty");
        assertThat(plan(decidedBy("enf-7"))).contains("penalty_decided").doesNotContain("Seq Scan on penalty");
        assertThat(plan(status(PenaltyStatus.HELD))).contains("penalty_status").doesNotContain("Seq Scan on penalty");
        assertThat(plan(clause("C-92"))).contains("violation_clause").doesNotContain("Seq Scan");
    }

    @Test
    void a_page_of_what_many_are_is_read_in_the_order_of_proposal_and_not_sorted() {
        assertThat(plan(NONE)).contains("penalty_proposed").doesNotContain("Sort", "Seq Scan on penalty");
        assertThat(plan(clause("G-01"))).contains("penalty_proposed").doesNotContain("Sort", "Seq Scan on penalty");
        assertThat(plan(status(PenaltyStatus.REVERSED))).doesNotContain("Sort", "Seq Scan on penalty");
        assertThat(plan(period("2017-03-01T00:00:00Z", "2017-03-02T00:00:00Z")))
                .contains("penalty_proposed")
                .doesNotContain("Sort", "Seq Scan on penalty");
    }

    @Test
    void a_later_page_begins_where_the_one_before_ended() {
        PenaltySearch.Place place = new PenaltySearch.Place(Instant.parse("2017-11-01T00:00:00Z"), "plan-40000");

        assertThat(plan(NONE, Optional.of(place)))
                .containsPattern("Index Cond: .*ROW\\(")
                .doesNotContain("Seq Scan on penalty");
        assertThat(plan(merchant("plan-7"), Optional.of(place)))
                .containsPattern("Index Cond: .*merchant_id.*ROW\\(")
                .doesNotContain("Seq Scan on penalty");
    }

    @Test
    void a_decision_is_locked_among_the_penalties_of_its_shop() {
        Explaining tx = new Explaining(connection, true);

        new PgShopFiles(new PgRulebooks(RulebookDocument::parse))
                .lockPenalty(tx, "plan-40007")
                .await();

        assertThat(String.join("\n", tx.plan))
                .containsPattern("LockRows\n(.*\n){1,6}.*Index Cond: \\(shop_id = ")
                .doesNotContain("Seq Scan on penalty", "Seq Scan on violation");
    }

    private static PenaltySearch.Filter merchant(String id) {
        return with(Optional.of(id), NONE.shopId(), NONE.clauseId(), NONE.status(), NONE.decidedBy());
    }

    private static PenaltySearch.Filter shop(String id) {
        return with(NONE.merchantId(), Optional.of(id), NONE.clauseId(), NONE.status(), NONE.decidedBy());
    }

    private static PenaltySearch.Filter clause(String id) {
        return with(NONE.merchantId(), NONE.shopId(), Optional.of(id), NONE.status(), NONE.decidedBy());
    }

    private static PenaltySearch.Filter status(PenaltyStatus status) {
        return with(NONE.merchantId(), NONE.shopId(), NONE.clauseId(), Optional.of(status), NONE.decidedBy());
    }

    private static PenaltySearch.Filter decidedBy(String who) {
        return with(NONE.merchantId(), NONE.shopId(), NONE.clauseId(), NONE.status(), Optional.of(who));
    }

    private static PenaltySearch.Filter with(
            Optional<String> merchantId,
            Optional<String> shopId,
            Optional<String> clauseId,
            Optional<PenaltyStatus> status,
            Optional<String> decidedBy) {
        return new PenaltySearch.Filter(
                merchantId,
                shopId,
                clauseId,
                OptionalInt.empty(),
                status,
                Optional.empty(),
                decidedBy,
                Optional.empty(),
                Optional.empty());
    }

    private static PenaltySearch.Filter period(String from, String to) {
        return new PenaltySearch.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse(from)),
                Optional.of(Instant.parse(to)));
    }

    private String plan(PenaltySearch.Filter filter) {
        return plan(filter, Optional.empty());
    }

    /** The plan of the statement that finds the page. */
    private String plan(PenaltySearch.Filter filter, Optional<PenaltySearch.Place> behind) {
        Explaining tx = new Explaining(connection, false);
        new PgPenaltySearch().page(tx, filter, behind, 51).otherwise(List.of()).await();
        return String.join("\n", tx.plan);
    }

    /** Keeps the plan; where the rows are not answered, what is made of them fails, and nobody minds. */
    private static final class Explaining implements Tx {

        private final PgConnection connection;
        private final boolean answering;
        private final List<String> plan = new ArrayList<>();

        private Explaining(PgConnection connection, boolean answering) {
            this.connection = connection;
            this.answering = answering;
        }

        @Override
        public Future<RowSet<Row>> query(String sql, Tuple arguments) {
            return connection
                    .preparedQuery("EXPLAIN (COSTS OFF) " + sql)
                    .execute(arguments)
                    .compose(rows -> {
                        rows.forEach(row -> plan.add(row.getString(0)));
                        return answering
                                ? connection.preparedQuery(sql).execute(arguments)
                                : Future.failedFuture("only the plan was wanted");
                    });
        }

        @Override
        public Future<Void> apply(Write write) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<Void> applyAll(List<Write> writes) {
            throw new UnsupportedOperationException();
        }
    }
}
