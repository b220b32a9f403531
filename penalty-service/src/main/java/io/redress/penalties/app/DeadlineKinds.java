package io.redress.penalties.app;

/** The business deadlines of this service. */
public final class DeadlineKinds {

    /** Subject: a penalty; its advance notice or cure window is over. */
    public static final String PENALTY_ANNOUNCED = "penalty-announced";

    /** Subject: a measure; its start has come. */
    public static final String MEASURE_BEGINS = "measure-begins";

    /** Subject: a measure; its days are over. */
    public static final String MEASURE_ENDS = "measure-ends";

    /** Subject: the instant at which points cease to count; what they justified ends. */
    public static final String POINTS_CLEARED = "points-cleared";

    /**
     * Subject: a shop, what brought points or a measure to it, and the instant at which its points cease to count, with
     * {@code /} between; it may have come behind the run at that instant.
     */
    public static final String SHOP_POINTS_CLEARED = "shop-points-cleared";

    /** Subject: a challenge to a seal; the time to answer it is over. */
    public static final String SEAL_CHALLENGE = "seal-challenge";

    /** Subject: a penalty; the time to answer what its merchant clarified is over. */
    public static final String CLARIFICATION = "clarification";

    /** Subject: a penalty; the time to answer the proof that it was made good is over. */
    public static final String PROOF_OF_CURE = "proof-of-cure";

    /** Subject: a measure; the time to decide on interim relief from it is over. */
    public static final String INTERIM_RELIEF = "interim-relief";

    private DeadlineKinds() {}
}
