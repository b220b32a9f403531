package io.redress.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.app.CaseSight.Viewer;
import io.redress.cases.app.opening.Openings.Question;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.PgConfig;
import io.redress.kit.pg.Tx;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What nearly every command reads takes longer to plan than to run. Postgres plans a prepared statement for its arguments
 * five times and then keeps a plan for any, unless that looks dearer, as it does where it sees that an array is short.
 */
class KeptPlansIT {

    private static final int LOOKED_AT = 5;

    private final Database database = database();

    @Test
    void what_is_read_with_every_command_is_planned_anew_no_more() {
        PgConfiguration configuration = new PgConfiguration(ZoneId.of("Asia/Shanghai"));
        List<Function<Tx, Future<?>>> reads = List.of(
                tx -> new PgCaseFiles(new PgTransferBars()).find(tx, "cas_none"),
                tx -> new PgAppealWindows().find(tx, "pen_none"),
                tx -> new PgStagedBriefs().find(tx, "cas_none"),
                tx -> configuration.departmentOf(tx, "emp-none"),
                tx -> new PgCaseSight().hides(tx, "cas_none", new Viewer("emp-none", Set.of("adjudicator"))),
                tx -> new PgOpenings().facts(tx, List.of(new Question("pen_none", "m-none"))));

        List<String> plans = database.inTransaction(tx -> {
                    Future<?> each = Future.succeededFuture();
                    for (int i = 0; i < 2 * LOOKED_AT; i++) {
                        for (Function<Tx, Future<?>> read : reads) {
                            each = each.compose(before -> read.apply(tx));
                        }
                    }
                    return each.compose(done -> tx.query(
                            "SELECT custom_plans || ' ' || statement AS plan FROM pg_prepared_statements"
                                    + " WHERE statement NOT LIKE '%pg_prepared_statements%'",
                            Tuple.tuple()));
                })
                .map(rows -> {
                    List<String> found = new ArrayList<>();
                    rows.forEach(row -> found.add(row.getString("plan")));
                    return found;
                })
                .await();

        assertThat(plans).hasSizeGreaterThanOrEqualTo(reads.size());
        assertThat(plans).allSatisfy(plan -> assertThat(plan).startsWith(LOOKED_AT + " "));
    }

    private static Database database() {
        TestInfrastructure infrastructure = TestInfrastructure.get();
        PgConfig config = ServiceConfig.from(new Env(infrastructure.environment("case-service", "cases")), 8081)
                .pg();
        Migrations.run(config, "cases");
        return new Database(infrastructure.vertx(), config, "cases");
    }
}
