package io.redress.penalties.domain.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Measures that a tally of points in one bucket brings when it crosses the threshold upwards. */
public record Threshold(String bucket, int points, List<Order> orders) {

    public Threshold {
        orders = List.copyOf(orders);
    }

    /**
     * One measure that it brings.
     *
     * @param days how long it lasts; empty when it is open-ended
     */
    public record Order(String kind, OptionalInt days) {}

    /** What it orders of this kind. */
    public Optional<Order> order(String kind) {
        return orders.stream().filter(order -> order.kind().equals(kind)).findFirst();
    }
}
