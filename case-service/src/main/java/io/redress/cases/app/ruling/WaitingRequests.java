package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseSight;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.Reopening;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests to reopen closed cases that adjudicators have yet to answer. */
public interface WaitingRequests {

    /**
     * One of them.
     *
     * @param proposed whether an adjudicator has proposed what it asks for, so that a second one is to decide
     */
    record Waiting(
            String requestId,
            String caseId,
            CaseKind kind,
            String merchantId,
            Reopening.Ground ground,
            Instant requestedAt,
            Instant dueAt,
            boolean overdue,
            boolean proposed) {}

    /** Behind which one a page begins. */
    record Position(Instant dueAt, String requestId) {}

    /** What is due first comes first; one more than {@code limit}; none of a case that is hidden from the viewer. */
    Future<List<Waiting>> waiting(Tx tx, CaseSight.Viewer viewer, Optional<Position> after, int limit);
}
