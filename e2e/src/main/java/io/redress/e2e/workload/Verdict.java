package io.redress.e2e.workload;

/** How a merchant's appeal ends. */
enum Verdict {
    OVERTURN,
    PARTIAL,
    UPHOLD,
    /** Taken back by the merchant after the brief. */
    WITHDRAWN,
    /** There is none. */
    NO_APPEAL
}
