package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The measures that would follow if a penalty entered into force as things stand.
 *
 * @param orders what its points would bring, or what a legacy penalty brought
 * @param held whether one of them needs a second person's approval; never so for a legacy penalty
 */
public record Prospect(List<Threshold.Order> orders, boolean held) {

    public Prospect {
        orders = List.copyOf(orders);
    }

    /**
     * @param assumeClosure judge thresholds that close a shop as if every decision were final already
     */
    static Prospect of(ShopFile file, Penalty penalty, Instant now, boolean assumeClosure) {
        Rulebook rulebook = file.rulebookOf(penalty);
        if (penalty.imported()) {
            return new Prospect(
                    penalty.basis().legacyMeasures().stream()
                            .map(Prospect::order)
                            .toList(),
                    false);
        }
        List<Threshold.Order> orders = Crossing.replay(booked(file, penalty, now), now, assumeClosure).stream()
                .filter(crossing ->
                        crossing.highest() && crossing.penalty().id().equals(penalty.id()))
                .flatMap(crossing -> crossing.threshold().orders().stream())
                .toList();
        return new Prospect(orders, orders.stream().anyMatch(order -> rulebook.held(order.kind())));
    }

    private static Threshold.Order order(LegacyMeasure legacy) {
        return new Threshold.Order(legacy.kind(), legacy.days());
    }

    /** The shop as if the penalty, which is one of its own, were booked as given. */
    private static ShopFile booked(ShopFile file, Penalty penalty, Instant now) {
        Penalty booked = penalty.change(change -> change.inForce(now, file.nextBooking()));
        List<Penalty> penalties = file.penalties().stream()
                .map(other -> other.id().equals(penalty.id()) ? booked : other)
                .toList();
        List<Entry> entries = new ArrayList<>(file.entries());
        for (Violation violation : penalty.violations()) {
            entries.add(new Entry(
                    violation.id(),
                    violation.bucket(),
                    penalty.id(),
                    violation.id(),
                    Entry.Kind.BOOKING,
                    violation.points(),
                    now,
                    now));
        }
        return new ShopFile(
                file.shopId(),
                file.merchantId(),
                file.language(),
                file.targetVersion(),
                penalties,
                entries,
                file.credits(),
                file.measures(),
                file.rulebooks());
    }
}
