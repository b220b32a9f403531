package io.redress.penalties.domain.rulebook;

import io.redress.penalties.domain.points.Clearings;
import io.redress.penalties.domain.points.Reset;
import io.redress.penalties.domain.points.RollingExpiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All registered versions; answers which one judges what. */
public final class Rulebooks {

    private final List<Rulebook> byEffect;

    public Rulebooks(Collection<Rulebook> versions) {
        this.byEffect = versions.stream()
                .sorted(Comparator.comparing(Rulebook::effectiveFrom).thenComparing(Rulebook::version))
                .toList();
    }

    /** The version in force at the instant; empty before the first one's effect. */
    public Optional<Rulebook> inForceAt(Instant at) {
        return byEffect.stream()
                .filter(rulebook -> !rulebook.effectiveFrom().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    /** The versions that came into force after the act and are in force by {@code now}, oldest first. */
    public List<Rulebook> laterThan(Rulebook base, Instant now) {
        return byEffect.stream()
                .filter(rulebook -> rulebook.effectiveFrom().isAfter(base.effectiveFrom()))
                .filter(rulebook -> !rulebook.effectiveFrom().isAfter(now))
                .toList();
    }

    /** Where a version stands at the instant. */
    public RulebookStatus status(Rulebook rulebook, Instant at) {
        if (rulebook.effectiveFrom().isAfter(at)) {
            return RulebookStatus.UPCOMING;
        }
        return inForceAt(at).filter(rulebook::equals).isPresent() ? RulebookStatus.IN_FORCE : RulebookStatus.SUPERSEDED;
    }

    /** All versions, in order of their effect. */
    public List<Rulebook> inOrder() {
        return byEffect;
    }

    /** The kinds of measures that end a shop's trade: what closing points bring without an end of its own, in any version. */
    public Set<String> closureKinds() {
        return byEffect.stream()
                .flatMap(rulebook -> rulebook.thresholds().stream()
                        .filter(threshold -> threshold.points()
                                >= rulebook.closureByAccumulation().points())
                        .flatMap(threshold -> threshold.orders().stream())
                        .filter(order -> order.days().isEmpty())
                        .map(Threshold.Order::kind))
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Rulebook> version(int version) {
        return byEffect.stream()
                .filter(rulebook -> rulebook.version() == version)
                .findFirst();
    }

    /**
     * What makes points cease to count after {@code from} and up to {@code until} inclusive, each by the version in
     * force just before it.
     */
    public Clearings clearings(Instant from, Instant until) {
        List<Reset> resets = new ArrayList<>();
        Optional<Reset> next = nextReset(from);
        while (next.isPresent() && !next.get().at().isAfter(until)) {
            resets.add(next.get());
            next = nextReset(next.get().at());
        }
        return new Clearings(resets, expiries());
    }

    /** The first reset after this instant; empty when no version to come resets. */
    public Optional<Reset> nextReset(Instant after) {
        Instant cursor = after;
        while (!byEffect.isEmpty()) {
            Rulebook rulebook = inForceAt(cursor).orElse(byEffect.get(0));
            Optional<Reset> next = rulebook.reset() instanceof ResetRule.Yearly yearly
                    ? Optional.of(new Reset(yearly.next(cursor, rulebook.zone()), yearly.carryOver()))
                    : Optional.empty();
            Optional<Instant> replaced = firstEffect(cursor, next.map(Reset::at).orElse(Instant.MAX));
            if (replaced.isEmpty()) {
                return next;
            }
            cursor = replaced.get();
        }
        return Optional.empty();
    }

    /** The first instant after this one at which points may cease to count; empty when there are no rules. */
    public Optional<Instant> nextClearing(Instant after) {
        if (byEffect.isEmpty()) {
            return Optional.empty();
        }
        Rulebook rulebook = inForceAt(after).orElse(byEffect.get(0));
        Instant next = rulebook.reset().next(after, rulebook.zone());
        Optional<Instant> replaced = firstEffect(after, next);
        if (replaced.isEmpty()) {
            return Optional.of(next);
        }
        boolean expiresOld = inForceAt(replaced.get()).orElseThrow().reset() instanceof ResetRule.Rolling;
        return expiresOld ? replaced : nextClearing(replaced.get());
    }

    /**
     * Points of before this instant may cease to count at {@code at}, those of after it do not: where entries expire one
     * by one, only the old ones do.
     */
    public Instant clearedBefore(Instant at) {
        List<Rulebook> judging = Stream.of(inForceAt(at.minusNanos(1)), inForceAt(at))
                .flatMap(Optional::stream)
                .toList();
        return judging.stream()
                .map(rulebook -> rulebook.reset() instanceof ResetRule.Rolling rolling
                        ? rolling.expiredBefore(at, rulebook.zone())
                        : at)
                .max(Comparator.naturalOrder())
                .orElse(at);
    }

    /** The times in which entries expire one by one, in order; the first version's begins before everything. */
    public List<RollingExpiry> expiries() {
        List<RollingExpiry> expiries = new ArrayList<>();
        for (int i = 0; i < byEffect.size(); i++) {
            Rulebook rulebook = byEffect.get(i);
            if (rulebook.reset() instanceof ResetRule.Rolling rolling) {
                expiries.add(new RollingExpiry(
                        rolling,
                        rulebook.zone(),
                        i == 0 ? Instant.MIN : rulebook.effectiveFrom(),
                        i == byEffect.size() - 1
                                ? Instant.MAX
                                : byEffect.get(i + 1).effectiveFrom()));
            }
        }
        return expiries;
    }

    /** When the first version comes into force after the one instant and before the other. */
    private Optional<Instant> firstEffect(Instant after, Instant before) {
        return byEffect.stream()
                .map(Rulebook::effectiveFrom)
                .filter(effect -> effect.isAfter(after) && effect.isBefore(before))
                .findFirst();
    }
}
