package io.redress.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.benchmarks.stats.Estimate;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void a_ratio_between_target_and_floor_holds_the_floor_and_one_above_it_misses() {
        assertThat(comparison(1.4).verdict()).isEqualTo("target held");
        assertThat(comparison(1.41).verdict()).isEqualTo("floor held");
        assertThat(comparison(2.0).verdict()).isEqualTo("floor held");
        assertThat(comparison(2.01).verdict()).isEqualTo("FLOOR MISSED");
        assertThat(Comparison.missing("pgbench", 2, 1.4).verdict()).isEqualTo("not measured");
    }

    @Test
    void each_comparison_is_a_line_and_what_was_not_measured_is_a_dash() {
        Row row = new Row(
                "J1 open a case",
                "CPU µs",
                new Estimate(420, 400, 440),
                List.of(comparison(1.5), Comparison.missing("Camunda", 0.125, 0.0714)),
                new JsonObject());

        assertThat(Table.of(List.of(row)).lines().toList())
                .containsExactly(
                        "| job            | unit   | ours | beside  | its figure | ours / its (95%) | demanded                | verdict      |",
                        "|----------------|--------|------|---------|------------|------------------|-------------------------|--------------|",
                        "| J1 open a case | CPU µs | 420  | pgbench | 99.5       | 1.50 (1.50–1.50) | ≤ 2.0, target ≤ 1.4     | floor held   |",
                        "| J1 open a case | CPU µs | 420  | Camunda | –          | –                | ≤ 0.125, target ≤ 0.071 | not measured |");
    }

    private static Comparison comparison(double ratio) {
        return new Comparison(
                "pgbench",
                Optional.of(new Estimate(99.5, 99, 100)),
                Optional.of(new Estimate(ratio, ratio, ratio)),
                2,
                1.4);
    }
}
