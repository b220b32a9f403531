package io.redress.penalties.domain.rulebook;

import io.redress.penalties.domain.points.Reset;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    public Optional<Rulebook> version(int version) {
        return byEffect.stream()
                .filter(rulebook -> rulebook.version() == version)
                .findFirst();
    }

    /**
     * The resets after {@code from} and up to {@code until} inclusive, in order, each by the version in force just
     * before it.
     */
    public List<Reset> resets(Instant from, Instant until) {
        List<Reset> resets = new ArrayList<>();
        if (byEffect.isEmpty()) {
            return resets;
        }
        Instant cursor = from;
        while (true) {
            Rulebook rulebook = inForceAt(cursor).orElse(byEffect.get(0));
            Instant next = nextReset(cursor, rulebook);
            if (next.isAfter(until)) {
                return resets;
            }
            resets.add(new Reset(next, rulebook.reset().carryOver()));
            cursor = next;
        }
    }

    private static Instant nextReset(Instant after, Rulebook rulebook) {
        MonthDay lastDay = rulebook.reset().lastDay();
        ZonedDateTime local = after.atZone(rulebook.zone());
        for (int year = local.getYear(); ; year++) {
            Instant candidate = lastDay.atYear(year)
                    .plusDays(1)
                    .atStartOfDay(rulebook.zone())
                    .toInstant();
            if (candidate.isAfter(after)) {
                return candidate;
            }
        }
    }
}
