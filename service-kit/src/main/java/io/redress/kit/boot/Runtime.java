package io.redress.kit.boot;

import io.vertx.core.Vertx;

/** What a service is given to run in; everything that tests and the quickstart replace. */
public record Runtime(Vertx vertx, BusinessClock clock, MachineClock machineClock, Ids ids) {

    /** Production: both times are the machine's. */
    public static Runtime production(Vertx vertx) {
        MachineClock machine = MachineClock.system();
        return new Runtime(vertx, machine::now, machine, Ids.uuidV7());
    }

    /** The same with another business time. */
    public Runtime at(BusinessClock other) {
        return new Runtime(vertx, other, machineClock, ids);
    }
}
