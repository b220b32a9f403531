package io.redress.benchmarks.rounds;

import io.redress.benchmarks.machine.CpuClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures contenders in turn: in each round all of them in order, then all of them backwards (A B B A), so that what
 * drifts drifts for all. A round's figure is that of both its legs together.
 */
public final class Rounds {

    private static final double NANOS_PER_SECOND = 1e9;

    private final CpuClock clock;
    private final int rounds;

    public Rounds(CpuClock clock, int rounds) {
        this.clock = clock;
        this.rounds = rounds;
    }

    /** What one leg or both used. */
    private static final class Used {
        private final Map<Part, Long> micros = new LinkedHashMap<>();
        private long operations;
        private long nanos;
    }

    /** All contenders are resting before and after. */
    public List<Measured> measure(List<? extends Contender> contenders) {
        for (Contender contender : contenders) {
            contender.wake();
            contender.work(contender.warmUp());
            contender.rest();
        }
        List<List<Used>> used = new ArrayList<>();
        contenders.forEach(contender -> used.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            contenders.forEach(
                    contender -> used.get(contenders.indexOf(contender)).add(new Used()));
            for (int at = 0; at < contenders.size(); at++) {
                leg(contenders.get(at), used.get(at).get(round));
            }
            for (int at = contenders.size() - 1; at >= 0; at--) {
                leg(contenders.get(at), used.get(at).get(round));
            }
        }
        List<Measured> measured = new ArrayList<>();
        for (int at = 0; at < contenders.size(); at++) {
            measured.add(measured(contenders.get(at), used.get(at)));
        }
        return measured;
    }

    private void leg(Contender contender, Used used) {
        contender.wake();
        Map<Part, Long> before = new LinkedHashMap<>();
        contender.parts().forEach(part -> before.put(part, clock.micros(part.pid())));
        long began = System.nanoTime();
        contender.work(contender.operations());
        used.nanos += System.nanoTime() - began;
        used.operations += contender.operations();
        before.forEach((part, micros) -> used.micros.merge(part, clock.micros(part.pid()) - micros, Long::sum));
        contender.rest();
    }

    private Measured measured(Contender contender, List<Used> used) {
        double[] micros = new double[rounds];
        double[] perSecond = new double[rounds];
        Map<String, double[]> parts = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            Used both = used.get(round);
            perSecond[round] = both.operations * NANOS_PER_SECOND / both.nanos;
            for (Map.Entry<Part, Long> part : both.micros.entrySet()) {
                double perOperation = (double) part.getValue() / both.operations;
                parts.computeIfAbsent(part.getKey().name(), name -> new double[rounds])[round] = perOperation;
                micros[round] += part.getKey().counted() ? perOperation : 0;
            }
        }
        return new Measured(contender.name(), micros, parts, perSecond);
    }
}
