package io.redress.cases.app.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.consistency.ComparableRulings;
import io.redress.cases.domain.consistency.ComparedDraft;
import io.redress.cases.domain.consistency.Decided;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptDistributionsTest {

    private static final Instant NOW = Instant.parse("2018-04-20T10:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(365);
    private static final ComparableRulings FAKES = new ComparableRulings(CaseKind.PENALTY_APPEAL, "C-02");

    private final Rulings rulings = new Rulings();
    private Instant machine = Instant.parse("2026-01-01T00:00:00Z");
    private final KeptDistributions distributions = new KeptDistributions(rulings, () -> machine);

    @Test
    void as_long_as_there_are_few_each_is_seen_at_once() {
        rulings.upheld(FAKES, 298);
        assertThat(at(NOW)).isEqualTo(298);

        rulings.upheld(FAKES, 299);

        assertThat(at(NOW)).isEqualTo(299);
    }

    @Test
    void many_are_counted_once_in_a_minute_of_both_clocks() {
        rulings.upheld(FAKES, 300);
        assertThat(at(NOW)).isEqualTo(300);
        rulings.upheld(FAKES, 301);
        machine = machine.plusSeconds(59);
        assertThat(at(NOW.plusSeconds(59))).isEqualTo(300);
        assertThat(rulings.reads).isEqualTo(1);

        assertThat(at(NOW.plusSeconds(60))).as("business time, forwards").isEqualTo(301);
        rulings.upheld(FAKES, 302);
        assertThat(at(NOW.plusSeconds(59))).as("backwards").isEqualTo(302);
        rulings.upheld(FAKES, 303);
        machine = machine.plusSeconds(60);
        assertThat(at(NOW.plusSeconds(59))).as("machine time").isEqualTo(303);
    }

    @Test
    void other_clauses_are_counted_by_themselves() {
        ComparableRulings other = new ComparableRulings(CaseKind.PENALTY_APPEAL, "C-03");
        rulings.upheld(FAKES, 300);
        rulings.upheld(other, 400);

        assertThat(at(NOW)).isEqualTo(300);
        assertThat(of(other, NOW)).isEqualTo(400);
    }

    private int at(Instant now) {
        return of(FAKES, now);
    }

    private int of(ComparableRulings comparable, Instant now) {
        return distributions
                .of(comparable, now.minus(PERIOD), now, null)
                .result()
                .decisions();
    }

    /** Rulings as they stand; whoever asks is counted. */
    private static final class Rulings implements ComparedRulings {

        private final Map<ComparableRulings, Decided> decided = new HashMap<>();
        private int reads;

        void upheld(ComparableRulings comparable, int decisions) {
            decided.put(
                    comparable,
                    new Decided(List.of(new Decided.Group(RulingOutcome.UPHOLD, Optional.of(100), decisions))));
        }

        @Override
        public Future<Decided> comparable(Tx tx, ComparableRulings comparable, Instant since, Instant until) {
            reads++;
            return Future.succeededFuture(decided.get(comparable));
        }

        @Override
        public Future<Optional<ComparedDraft>> ofDraft(Tx tx, String draftId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Future<List<Line>> report(Tx tx, Asked asked, Place after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Write insert(ComparedDraft draft) {
            throw new UnsupportedOperationException();
        }
    }
}
