package io.redress.penalties.app;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Closed shops as everybody may know of them: only when final, and nothing about who the merchant is. */
@FunctionalInterface
public interface ClosureRegister {

    /** How it stands with an entry. */
    enum Status {
        IN_FORCE,
        SUSPENDED,
        ENDED,
        REVERSED
    }

    /** What a closure rests on. */
    enum Basis {
        /** A clause of the closed list, or a penalty that was imported with its closure. */
        SINGLE_DECISION,
        ACCUMULATION
    }

    record CitedClause(String clauseId, int rulebookVersion) {}

    /**
     * A closure.
     *
     * @param id of the measure
     * @param clauses of the decision that brought it
     * @param until when it ended
     */
    record Entry(
            String id,
            String shopId,
            Status status,
            Basis basis,
            List<CitedClause> clauses,
            Instant from,
            Optional<Instant> until) {

        public Entry {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * By their ids, behind this one. A closure that had ended before its penalty was final was never listed, and is
     * not listed later: an appeal that succeeds leaves no trace here.
     *
     * @param kinds of measures that close a shop
     */
    Future<List<Entry>> page(Tx tx, Set<String> kinds, String behind, int limit);
}
