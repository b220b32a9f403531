package io.redress.e2e.workload;

/** What a request of the workload asks for. */
public enum Kind {
    REGISTER_MERCHANT,
    REGISTER_SHOP,
    PROPOSE,
    IMPORT,
    APPROVE,
    REFUSE_HELD,
    READ_NOTICE,
    OPEN_CASE,
    ASSIGN_ADVOCATE,
    FILE_BRIEF,
    CLAIM,
    FILE_ANSWER,
    DRAFT_RULING,
    REPLY,
    RULE,
    WITHDRAW,
    FOREIGN_READ;

    /** A read changes nothing: there is no effect of it to be counted. */
    public boolean changes() {
        return this != FOREIGN_READ;
    }
}
