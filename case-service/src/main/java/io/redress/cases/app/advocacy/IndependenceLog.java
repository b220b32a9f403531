package io.redress.cases.app.advocacy;

import io.redress.cases.domain.Respondents;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What respondents, and those above them, tried to do about who defends or decides and were refused. Append-only. */
public interface IndependenceLog {

    /** In place of the advocate of a case that has none yet. */
    String NOBODY = "-";

    /** What was tried. */
    enum Kind {
        /** Of who defends, or who decides. */
        REASSIGN,
        ABSENCE,
        RATE,
        /** Of the first advocate. */
        ASSIGN,
        /** Into another queue, whose members decide. */
        MOVE
    }

    /** One attempt. */
    record Attempt(
            String id,
            String caseId,
            String merchantId,
            String advocateId,
            Kind kind,
            String by,
            Respondents.Standing standing,
            Instant at) {}

    /**
     * Which attempts are asked for; of what is empty, all.
     *
     * @param by who tried
     * @param to exclusive
     */
    record Asked(
            Optional<String> caseId,
            Optional<String> by,
            Set<Kind> kinds,
            Optional<Instant> from,
            Optional<Instant> to) {

        public Asked {
            kinds = Set.copyOf(kinds);
        }
    }

    Write add(Attempt attempt);

    /** Oldest first; one more than {@code limit} when there is more. */
    Future<List<Attempt>> list(Tx tx, Asked asked, int limit, Optional<String> afterId);
}
