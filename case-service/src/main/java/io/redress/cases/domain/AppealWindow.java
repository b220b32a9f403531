package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The time in which a penalty can be appealed. It runs from the delivery of the statement of reasons, stops while a
 * case is open, and then runs on with what was left of it.
 *
 * @param statement empty until the statement was issued
 * @param deliveredAt when it was read or deemed delivered
 * @param closesAt exclusive; while the window is stopped, as if it were not
 * @param stoppedAt since when a case stops it
 * @param bouncedAt when the statement came back undelivered; from then on only evidence counts, never time alone
 */
public record AppealWindow(
        String penaltyId,
        String merchantId,
        String shopId,
        Optional<Statement> statement,
        Optional<Instant> deliveredAt,
        Optional<Instant> closesAt,
        Optional<Instant> stoppedAt,
        Optional<Instant> bouncedAt,
        boolean closed) {

    /**
     * The statement of reasons.
     *
     * @param length of the window
     * @param deemedAfter how long after issue it counts as delivered
     */
    public record Statement(String statementId, Instant issuedAt, Duration length, Duration deemedAfter) {

        public Instant deemedAt() {
            return issuedAt.plus(deemedAfter);
        }
    }

    /** Where a window stands. */
    public enum Status {
        UNANNOUNCED,
        AWAITING_DELIVERY,
        RUNNING,
        STOPPED,
        CLOSED
    }

    /** What has happened to a window; the window itself says the rest. */
    public enum Event {
        APPEAL_WINDOW_OPENED,
        APPEAL_WINDOW_CLOSED
    }

    /** What a command on a window leads to. */
    public record Change(AppealWindow state, List<Event> events) {}

    /** Of a penalty whose statement has not been issued. */
    public static AppealWindow of(String penaltyId, String merchantId, String shopId) {
        return new AppealWindow(
                penaltyId,
                merchantId,
                shopId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public Status status() {
        if (closed) {
            return Status.CLOSED;
        }
        if (stoppedAt.isPresent()) {
            return Status.STOPPED;
        }
        if (deliveredAt.isPresent()) {
            return Status.RUNNING;
        }
        return statement.isPresent() ? Status.AWAITING_DELIVERY : Status.UNANNOUNCED;
    }

    /** The statement is on its way. A penalty has one; a further one changes nothing. */
    public Change announced(Statement issued) {
        return statement.isPresent()
                ? unchanged()
                : changed(Optional.of(issued), deliveredAt, closesAt, stoppedAt, closed);
    }

    /**
     * Takes evidence of delivery. The first evidence counts; later than deemed delivery counts as deemed delivery,
     * unless the statement came back.
     *
     * @throws java.util.NoSuchElementException when no statement was issued
     */
    public Change delivered(Instant at) {
        if (deliveredAt.isPresent() || closed) {
            return unchanged();
        }
        Statement issued = statement.orElseThrow();
        boolean deemed = bouncedAt.isEmpty() && !at.isBefore(issued.deemedAt());
        Instant delivery = deemed ? issued.deemedAt() : at;
        Change change = changed(
                statement, Optional.of(delivery), Optional.of(delivery.plus(issued.length())), stoppedAt, closed);
        return new Change(change.state(), List.of(Event.APPEAL_WINDOW_OPENED));
    }

    /** The statement counts as delivered because time has passed; not when it came back. */
    public Change deemed(Instant now) {
        return bouncedAt.isPresent() ? unchanged() : delivered(now);
    }

    /** The statement came back. That changes nothing once it was delivered in another way. */
    public Change bounced(Instant at) {
        if (bouncedAt.isPresent() || deliveredAt.isPresent() || closed) {
            return unchanged();
        }
        AppealWindow next = new AppealWindow(
                penaltyId, merchantId, shopId, statement, deliveredAt, closesAt, stoppedAt, Optional.of(at), closed);
        return new Change(next, List.of());
    }

    /** A case was opened. Refused once the window has closed, be it announced yet or not. */
    public Outcome<Change> stop(Instant now) {
        boolean over = closed || (status() == Status.RUNNING && !now.isBefore(closesAt.orElseThrow()));
        return over
                ? Outcome.refused(CaseRefusal.APPEAL_WINDOW_CLOSED, "The time to appeal this penalty has ended.")
                : Outcome.done(changed(statement, deliveredAt, closesAt, Optional.of(now), closed));
    }

    /** A case about it is gone on with: the window stops, unless it has run out. */
    public Change stopUnlessOver(Instant now) {
        return stop(now) instanceof Outcome.Done<Change> stopped ? stopped.value() : unchanged();
    }

    /** The case ended without a ruling: what was left of the window when it stopped is left of it now. */
    public Change runOn(Instant now) {
        if (stoppedAt.isEmpty()) {
            return unchanged();
        }
        Optional<Instant> end = closesAt.map(planned -> {
            Instant stop = stoppedAt.get().isAfter(deliveredAt.orElseThrow()) ? stoppedAt.get() : deliveredAt.get();
            return planned.plus(Duration.between(stop, now));
        });
        return changed(statement, deliveredAt, end, Optional.empty(), closed);
    }

    /** Closes the window when it has run out; otherwise changes nothing. */
    public Change lapse(Instant now) {
        if (status() != Status.RUNNING || now.isBefore(closesAt.orElseThrow())) {
            return unchanged();
        }
        Change change = changed(statement, deliveredAt, closesAt, stoppedAt, true);
        return new Change(change.state(), List.of(Event.APPEAL_WINDOW_CLOSED));
    }

    private Change unchanged() {
        return new Change(this, List.of());
    }

    private Change changed(
            Optional<Statement> issued,
            Optional<Instant> delivery,
            Optional<Instant> end,
            Optional<Instant> stop,
            boolean over) {
        AppealWindow next =
                new AppealWindow(penaltyId, merchantId, shopId, issued, delivery, end, stop, bouncedAt, over);
        return new Change(next, List.of());
    }
}
