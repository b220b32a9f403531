package io.redress.cases;

import io.redress.cases.WalkMove.Telling;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Seeded random walks through the life of a case, over HTTP and the broker, on a real database: cases of every kind, right
 * commands and wrong ones by right people and wrong ones, stale versions, replays, what other services tell late or twice,
 * time that passes. What must come of each is said by a model of its own ({@link WalkLife}, {@link WalkRules}).
 *
 * <p>{@code -Dwalks=2000} for more of them; {@code -Dwalks.seed=N} for the one of that seed.
 */
class StateWalksIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final int WALKS = 200;
    private static final int TOGETHER = 200;
    private static final int ENOUGH_FOR_EVERY_CELL = 1_000;
    private static final int ROUNDS = 20;
    private static final int LAST_ROUNDS = 6;
    private static final long FIRST_SEED = 20180426;
    private static final Instant BEGIN = Instant.parse("2018-04-26T02:00:00Z");

    /** Whoever was away when others walked is back. */
    private static final Instant BEFORE_ALL = BEGIN.minus(Duration.ofDays(1));

    /** The times of the rounds are the same for every walk, so that a walk alone is the walk that it was among others. */
    private static final long SEED_OF_TIMES = 5;

    private final WalkRest rest = new WalkRest();

    @BeforeAll
    static void theirOwnAdvocates() {
        Defence.team(WalkCast.ADVOCATES.stream().sorted().toArray(String[]::new));
        whatOthersHaveReorganised();
    }

    /** Others put their organisation at later times of theirs; it moves the reporting of all cases that there are by then. */
    private static void whatOthersHaveReorganised() {
        String last = QueueDesk.one("""
                SELECT to_char(max(due_at) AT TIME ZONE 'UTC' + interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                FROM cases.deadline WHERE kind = 'reorganisation' AND state = 'PENDING'""");
        if (last != null) {
            SUITE.clock.set(last);
            SUITE.awaitDeadlines();
        }
    }

    @AfterAll
    static void sample() {
        Defence.sample();
    }

    @Test
    void everyWalkGoesWhereTheWordsSayAndEndsInALegalStateWithAChainThatHolds() {
        Long only = Long.getLong("walks.seed");
        int count = only == null ? Integer.getInteger("walks", WALKS) : 1;
        long first = only == null ? FIRST_SEED : only;
        List<Walk> all = new ArrayList<>();
        WalkCells cells = new WalkCells();
        for (long from = first; from < first + count; from += TOGETHER) {
            List<Walk> some = together(LongStream.range(from, Math.min(from + TOGETHER, first + count)));
            rest.ended(some);
            some.forEach(cells::add);
            all.addAll(some);
            System.out.println(
                    all.size() + " walks from seed " + first + ", " + wrong(all) + " of them wrong: " + cells);
        }
        rest.theChainHolds();
        noneWentWrong(all);
        if (count >= ENOUGH_FOR_EVERY_CELL) {
            cells.everyOneWasSeen();
        }
    }

    private static List<Long> wrong(List<Walk> walks) {
        return walks.stream()
                .filter(walk -> walk.wrong().isPresent())
                .map(walk -> walk.seed)
                .toList();
    }

    private static void noneWentWrong(List<Walk> walks) {
        List<Long> seeds = wrong(walks);
        if (!seeds.isEmpty()) {
            AssertionError all = new AssertionError("walks " + seeds + " went wrong");
            walks.forEach(walk -> walk.wrong().ifPresent(all::addSuppressed));
            throw all;
        }
    }

    private List<Walk> together(LongStream seeds) {
        WalkCast.ADVOCATES.forEach(advocate -> absent(advocate, BEFORE_ALL));
        set(BEGIN);
        List<Walk> walks =
                seeds.mapToObj(seed -> new Walk(seed, "w" + seed, now())).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            walks.forEach(Walk::publish);
            rest.await();
            each(threads, walks, walk -> walk.open(now()));
            Random times = new Random(SEED_OF_TIMES);
            for (int round = 0; round < ROUNDS; round++) {
                round(threads, walks, walk -> walk.turn(now()));
                if (round % 8 == 5) {
                    away("wlk-" + (1 + round / 8), threads, walks);
                }
                forward(Duration.ofMinutes(times.nextBoolean() ? 15 : times.nextInt(60 * 60)), threads, walks);
            }
            for (int round = 0; round < LAST_ROUNDS; round++) {
                round(threads, walks, walk -> walk.home(now()));
                forward(Duration.ofDays(2), threads, walks);
            }
            each(threads, walks, Walk::replayAll);
        } finally {
            threads.shutdownNow();
        }
        return walks;
    }

    /** Everybody's moves, then what was told by others. */
    private void round(ExecutorService threads, List<Walk> walks, Function<Walk, List<Telling>> moves) {
        Map<Walk, List<Telling>> told = new ConcurrentHashMap<>();
        each(threads, walks, walk -> told.put(walk, moves.apply(walk)));
        walks.forEach(walk -> told.getOrDefault(walk, List.of())
                .forEach(telling -> telling.publish().run()));
        rest.await();
    }

    private void away(String advocate, ExecutorService threads, List<Walk> walks) {
        absent(advocate, now());
        rest.await();
        each(threads, walks, walk -> walk.handedOver(advocate, now()));
        each(threads, walks, walk -> walk.check(now()));
    }

    private static void absent(String advocate, Instant from) {
        Defence.ok(WalkCast.operator()
                .client()
                .put(
                        "/v1/absences/" + advocate,
                        Defence.absence(from.toString(), from.plusSeconds(60).toString())));
    }

    private void forward(Duration by, ExecutorService threads, List<Walk> walks) {
        set(now().plus(by));
        rest.await();
        walks.forEach(walk -> walk.step(one -> one.at(now())));
        each(threads, walks, walk -> walk.check(now()));
    }

    private static void each(ExecutorService threads, List<Walk> walks, Consumer<Walk> step) {
        List<Future<?>> steps = new ArrayList<>();
        walks.forEach(walk -> steps.add(threads.submit(() -> walk.step(step))));
        for (Future<?> one : steps) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static Instant now() {
        return SUITE.clock.now();
    }

    private static void set(Instant instant) {
        SUITE.clock.set(instant.atOffset(ZoneOffset.UTC).toString());
    }
}
