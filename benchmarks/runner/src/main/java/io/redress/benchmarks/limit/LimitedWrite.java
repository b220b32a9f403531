package io.redress.benchmarks.limit;

import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Rounds;
import io.redress.benchmarks.suite.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command of ours, its writes by pgbench, and whoever does the like, in the same rounds.
 *
 * @param peer that is compared with, if any is
 */
public record LimitedWrite(Ours ours, Optional<Raw> limit, Optional<Contender> peer) {

    private static final double LIMIT_FLOOR = 2.0;
    private static final double LIMIT_TARGET = 1.4;
    private static final double PEER_FLOOR = 1 / 8.0;
    private static final double PEER_TARGET = 1 / 14.0;

    /** Ours first, the peer last. */
    public List<Measured> measure(Rounds rounds) {
        return rounds.measure(Stream.of(Optional.<Contender>of(ours), limit, peer)
                .flatMap(Optional::stream)
                .toList());
    }

    /** How many writes there must be. */
    public int written() {
        return ours.answered() + limit.map(Raw::done).orElse(0);
    }

    /** @param statements what pgbench sends, in words */
    public List<Comparison> comparisons(List<Measured> measured, String statements) {
        Measured first = measured.get(0);
        Optional<Measured> raw = limit.map(there -> measured.get(1));
        List<Comparison> all = new ArrayList<>();
        all.add(Raw.beside(first, raw, "pgbench, " + statements, LIMIT_FLOOR, LIMIT_TARGET));
        peer.ifPresent(other -> all.add(
                Comparison.of(first, measured.get(measured.size() - 1), other.name(), PEER_FLOOR, PEER_TARGET)));
        return all;
    }
}
