package io.redress.penalties.app.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.consistency.ComparableFacts;
import io.redress.penalties.domain.consistency.RangedDecision;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeptDistributionsTest {

    private static final Instant NOW = Instant.parse("2018-04-20T10:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(365);
    private static final ComparableFacts LOW = new ComparableFacts("G-04", 4, 12, Map.of("amount", "low"));

    private final Decided decided = new Decided();
    private Instant machine = Instant.parse("2026-01-01T00:00:00Z");
    private final KeptDistributions distributions = new KeptDistributions(decided, () -> machine);

    @Test
    void as_long_as_there_are_few_each_is_seen_at_once() {
        decided.gave(LOW, 4, 298);
        assertThat(at(NOW)).isEqualTo(Map.of(4, 298));

        decided.gave(LOW, 5, 1);

        assertThat(at(NOW)).isEqualTo(Map.of(4, 298, 5, 1));
        assertThat(distributions.size()).isZero();
    }

    @Test
    void many_are_counted_once_in_a_minute() {
        decided.gave(LOW, 4, 200);
        decided.gave(LOW, 6, 100);
        assertThat(at(NOW)).isEqualTo(Map.of(4, 200, 6, 100));

        decided.gave(LOW, 6, 1);
        machine = machine.plusSeconds(59);
        assertThat(at(NOW.plusSeconds(59))).isEqualTo(Map.of(4, 200, 6, 100));
        assertThat(decided.reads).isEqualTo(1);

        machine = machine.plusSeconds(1);
        assertThat(at(NOW.plusSeconds(59))).isEqualTo(Map.of(4, 200, 6, 101));
        assertThat(decided.reads).isEqualTo(2);
    }

    @Test
    void business_time_that_was_moved_has_them_counted_again() {
        decided.gave(LOW, 4, 300);
        assertThat(at(NOW)).isEqualTo(Map.of(4, 300));
        decided.gave(LOW, 5, 1);

        assertThat(at(NOW.plusSeconds(60))).as("forwards").isEqualTo(Map.of(4, 300, 5, 1));
        decided.gave(LOW, 6, 1);
        assertThat(at(NOW.plusSeconds(59))).as("backwards").isEqualTo(Map.of(4, 300, 5, 1, 6, 1));
    }

    @Test
    void other_facts_are_counted_by_themselves() {
        ComparableFacts high = new ComparableFacts("G-04", 4, 12, Map.of("amount", "high"));
        ComparableFacts other = new ComparableFacts("G-05", 4, 12, Map.of("amount", "low"));
        ComparableFacts wider = new ComparableFacts("G-04", 4, 13, Map.of("amount", "low"));
        decided.gave(LOW, 4, 300);
        decided.gave(high, 12, 400);
        decided.gave(other, 8, 500);
        decided.gave(wider, 13, 2);

        assertThat(at(NOW)).isEqualTo(Map.of(4, 300));
        assertThat(of(high, NOW)).isEqualTo(Map.of(12, 400));
        assertThat(of(other, NOW)).isEqualTo(Map.of(8, 500));
        assertThat(of(wider, NOW)).isEqualTo(Map.of(13, 2));
        assertThat(at(NOW)).isEqualTo(Map.of(4, 300));
    }

    @Test
    void no_more_than_a_thousand_are_kept() {
        for (int i = 0; i < 1_500; i++) {
            ComparableFacts facts = new ComparableFacts("G-04", 4, 12, Map.of("amount", "as " + i));
            decided.gave(facts, 4, 300);
            of(facts, NOW);
        }

        assertThat(distributions.size()).isEqualTo(1_000);
    }

    private SortedMap<Integer, Integer> at(Instant now) {
        return of(LOW, now);
    }

    private SortedMap<Integer, Integer> of(ComparableFacts facts, Instant now) {
        return distributions.of(facts, now.minus(PERIOD), now, null).result();
    }

    /** Decisions as they stand; whoever asks is counted. */
    private static final class Decided implements RangedDecisions {

        private final Map<ComparableFacts, SortedMap<Integer, Integer>> byFacts = new HashMap<>();
        private int reads;

        void gave(ComparableFacts facts, int points, int more) {
            byFacts.computeIfAbsent(facts, none -> new TreeMap<>()).merge(points, more, Integer::sum);
        }

        @Override
        public Future<SortedMap<Integer, Integer>> comparable(
                Tx tx, ComparableFacts facts, Instant since, Instant until) {
            reads++;
            return Future.succeededFuture(new TreeMap<>(byFacts.get(facts)));
        }

        @Override
        public Future<List<RangedDecision>> ofPenalty(Tx tx, String penaltyId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<List<Line>> report(Tx tx, Asked asked, String afterClause, String afterDecider, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Write insert(RangedDecision decision) {
            throw new UnsupportedOperationException();
        }
    }
}
