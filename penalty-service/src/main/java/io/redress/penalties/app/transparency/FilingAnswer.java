package io.redress.penalties.app.transparency;

import io.redress.penalties.domain.transparency.FormatProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of sending a batch, which is taken whole or not at all. */
public sealed interface FilingAnswer {

    /** All of it was taken; what the database calls each, by puid. */
    record Taken(Map<String, String> uuids) implements FilingAnswer {
        public Taken {
            uuids = Map.copyOf(uuids);
        }
    }

    /**
     * None of it was taken.
     *
     * @param problems by place in the batch
     * @param known the puids that the database has already
     * @param message what it said beside that
     */
    record Rejected(Map<Integer, List<FormatProblem>> problems, Set<String> known, String message)
            implements FilingAnswer {
        public Rejected {
            problems = Map.copyOf(problems);
            known = Set.copyOf(known);
        }

        /** True when it names nothing in the batch. */
        boolean unexplained() {
            return problems.isEmpty() && known.isEmpty();
        }
    }

    /** None of it was taken: come back after the pause. */
    record Busy(Duration pause) implements FilingAnswer {}

    /** None of it was taken, and none will be until somebody mends the access. */
    record Closed(String why) implements FilingAnswer {}

    /** Nobody knows: the answer was lost, or the database failed. */
    record Unknown(String why) implements FilingAnswer {}
}
