package io.redress.quickstart.suite;

import java.util.List;

/** The services of a suite, in its own process or in processes of theirs. All methods block. */
interface RunningServices {

    /** Returns when all of them are ready. */
    void start(ServiceEnvironment environment);

    /** Stops a service in order, the others go on. */
    void stop(ServiceName service);

    /** Starts a service that was stopped, as a new process would. */
    void start(ServiceName service);

    /** Every instance of every service. */
    List<Instance> instances();

    /** Stops them in order, the gateway first. */
    void stopAll();
}
