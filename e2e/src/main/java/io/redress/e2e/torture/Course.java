package io.redress.e2e.torture;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a harm did to reads through the gateway.
 *
 * @param noticed whether one of them failed
 * @param back how long after its end all of them were answered; empty where the next harm came before that
 * @param opened how long after its begin a breaker of the gateway was open
 * @param closed how long after its end none was, if one had been
 */
public record Course(
        Harm harm, boolean noticed, Optional<Duration> back, Optional<Duration> opened, Optional<Duration> closed) {

    /**
     * @param began when it began, in the terms of {@link System#nanoTime()}; so are the others
     * @param next when the next one began, or nobody looked any more
     */
    static Course of(Harm harm, long began, long ended, long next, Probe probe) {
        List<Probe.Look> during = probe.between(began, next);
        Optional<Duration> opened = probe.first(began, next, Probe.Look::open);
        return new Course(
                harm,
                during.stream().anyMatch(look -> !look.answered()),
                probe.first(ended, next, Probe.Look::answered),
                opened,
                opened.flatMap(open -> probe.first(ended, next, look -> !look.open())));
    }
}
