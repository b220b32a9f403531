package io.redress.cases.app;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Set;

/** Whom a restricted queue hides a case from; asked in one place, {@link Actors}. */
public interface CaseSight {

    /** Somebody of the platform's own, with the roles that he has now. */
    record Viewer(String employee, Set<String> roles) {
        public Viewer {
            roles = Set.copyOf(roles);
        }
    }

    /** False for a case that there is not, and for one that lies in a queue that is not restricted. */
    Future<Boolean> hides(Tx tx, String caseId, Viewer viewer);
}
