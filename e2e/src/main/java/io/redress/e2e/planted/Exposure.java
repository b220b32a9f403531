package io.redress.e2e.planted;

/** Under what a planted bug shows, besides commands of several clients at once on the same shops and cases. */
public enum Exposure {
    WORKLOAD("commands alone"),
    REPEATED_KEYS("requests sent again with the same key"),
    CLOCK("the business clock moved past deadlines"),
    SLOW_POSTGRES("latency between the service and Postgres"),
    BROKER_OUTAGE("the broker away for longer than a producer tries"),
    CRASH_POINTS("the service ended at each crash point"),
    DUPLICATES("records of its topics published again"),
    SHUFFLE("records of its topics out of order");

    private final String fault;

    Exposure(String fault) {
        this.fault = fault;
    }

    /** What has to be done, in words. */
    public String fault() {
        return fault;
    }
}
