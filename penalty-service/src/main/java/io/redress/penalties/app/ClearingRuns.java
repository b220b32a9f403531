package io.redress.penalties.app;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** How far the run over all shops at an instant has come; one run an instant. */
public interface ClearingRuns {

    /**
     * A run.
     *
     * @param behind the last shop that was looked at; empty before the first
     * @param shops how many were looked at
     * @param measures how many ended
     */
    record Run(Instant at, String behind, long shops, long measures, boolean done) {}

    /** The run of this instant, begun if need be; locked until the transaction ends. */
    Future<Run> lock(Tx tx, Instant at);

    /**
     * A shop that the run has to look at.
     *
     * @param penalties that its file holds, of whatever state
     */
    record Due(String shopId, int penalties) {}

    /**
     * Shops under a live measure without an end, and those with a penalty of before that instant which has points, has not
     * expired, and is not kept by a measure that runs for days: what ends with that one ends by itself. In the order of
     * their ids.
     */
    Future<List<Due>> shops(Tx tx, String behind, Instant effectiveBefore, int limit);

    /** Whether any shop is under a live measure without an end, or has a penalty in force that has not expired. */
    Future<Boolean> anythingLeft(Tx tx);

    Write save(Run run);

    /** Has what is to be done at this instant done then, unless that is settled. */
    Write expect(Instant at);

    /**
     * Has done for one shop at this instant what the run does, by a deadline of its own.
     *
     * @param cause why, so that no two changes wait for each other at it
     */
    Write expectOf(Instant at, String shopId, String cause);

    /** Has the run of this instant go on. */
    Write goOn(Instant at);
}
