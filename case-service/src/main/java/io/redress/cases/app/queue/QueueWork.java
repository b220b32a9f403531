package io.redress.cases.app.queue;

import io.redress.cases.app.CaseSight.Viewer;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
import io.redress.cases.domain.queue.QueuePhase;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queues as those who work on them see them. */
public interface QueueWork {

    /** Counts end here: it stands for as many and more. */
    int MOST_COUNTED = 1_000;

    /**
     * A queue.
     *
     * @param member whether who asks is one
     * @param leaseLimit how many of its cases one person has to himself at once
     * @param cases that lie in it
     * @param free of those, how many somebody could take now
     */
    record Queue(
            String id,
            BilingualText name,
            boolean restricted,
            boolean member,
            Duration lease,
            int leaseLimit,
            int cases,
            int free) {}

    /** Whether who asks about a queue is a member of it. */
    record Membership(boolean member) {}

    /** Somebody has a case to himself until then; machine time. */
    record Lease(String holder, Instant until) {}

    /**
     * A case in a queue.
     *
     * @param dueAt the next end of one of its clocks; empty while none is known
     * @param takenBy its advocate until the brief, its adjudicator until the ruling
     * @param lease that has not lapsed
     * @param ruleId by which it lies here; empty where no rule held or somebody moved it
     */
    record Item(
            String caseId,
            CaseKind kind,
            CaseStatus status,
            String merchantId,
            String shopId,
            String queueId,
            QueuePhase phase,
            Priority priority,
            Instant enteredAt,
            Optional<Instant> dueAt,
            Optional<String> takenBy,
            Optional<Lease> lease,
            Optional<Instant> snoozedUntil,
            Optional<String> ruleId,
            boolean moved) {

        /** Whether somebody else has it to himself now. */
        public boolean leasedByAnother(String employee) {
            return lease.filter(one -> !one.holder().equals(employee)).isPresent();
        }
    }

    /** Which cases of a queue. */
    enum Show {
        /** Those that somebody could take now. */
        FREE,
        /** Those that who asks has on lease, or has taken. */
        MINE,
        ALL
    }

    /** Behind which case a list goes on. */
    record Place(int priority, Instant dueAt, String caseId) {
        public static final Place FIRST = new Place(0, Instant.EPOCH, "");
    }

    /** What is asked of a list. */
    record Asked(String queueId, Show show, String employee, Instant now, int limit, Place after) {}

    /** In their order; those that are restricted for members and integrity only. */
    Future<List<Queue>> queues(Tx tx, Viewer viewer, Instant now);

    /** Empty where there is no such queue, or it is restricted and who asks is outside. Nothing is counted for it. */
    Future<Optional<Membership>> queue(Tx tx, String queueId, Viewer viewer);

    /** Whether there is such a queue, for whoever asks. */
    Future<Boolean> exists(Tx tx, String queueId);

    /** Whether those outside do not know of the cases of this queue. */
    Future<Boolean> restricted(Tx tx, String queueId);

    /** Whether this person is a member of the queue as it is now. */
    Future<Boolean> member(Tx tx, String queueId, Viewer viewer);

    /** The most urgent first; one more than the limit when there is more. */
    Future<List<Item>> items(Tx tx, Asked asked);

    /** The place of an item in its list. */
    Place placeOf(Item item);

    /**
     * The most urgent case that this person could take now, held until the transaction ends; whoever asks at the same
     * time is given another one. What somebody brought about, defends or has declared an interest in is not for him.
     *
     * @param passedOver cases that are not for him for other reasons
     */
    Future<Optional<Item>> next(Tx tx, String queueId, String employee, List<String> passedOver, Instant now);

    /** Where a case lies, held until the transaction ends; empty for one that lies nowhere. */
    Future<Optional<Item>> held(Tx tx, String caseId);

    /** The same, not held. */
    Future<Optional<Item>> item(Tx tx, String caseId);

    /** Waits for whatever else this person is taking: what is read after it holds it. */
    Future<Void> turn(Tx tx, String employee);

    /** Whether this person has as many cases of the queue to himself as one person may. */
    Future<Boolean> leaseLimitReached(Tx tx, String queueId, String employee);

    /** Until when a lease of this queue that begins now lasts, by the clock that leases go by. */
    Future<Instant> leaseEnds(Tx tx, String queueId);

    /** Of a case that is held. */
    Write lease(String caseId, Lease lease);

    /** Of a case that is held. */
    Write endLease(String caseId);

    /** By hand, with the case's event; whoever had it on lease has it no more. */
    Write move(String caseId, Destination to, Instant at);
}
