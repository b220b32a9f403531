package io.redress.cases.app.advocacy;

import io.redress.cases.domain.AdvocateRating;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who defended a case when, what the merchant asked for, and what others thought of the advocate's work. */
public interface AdvocateRecords {

    /** A time in which somebody was the advocate; without an end while it lasts. */
    record Term(String advocateId, Instant since, Optional<Instant> until) {}

    /** The merchant asked for another advocate. */
    record Request(String caseId, String askedBy, Optional<String> reason, Instant at) {}

    /** All terms of a case, oldest first; there are at most {@value #MAX_TERMS} of them to be read. */
    int MAX_TERMS = 200;

    Future<List<Term>> terms(Tx tx, String caseId);

    Future<Optional<Request>> request(Tx tx, String caseId);

    Write request(Request request);

    /** One for each person, one for the merchant's side; a second one violates a unique key. */
    Write rate(AdvocateRating rating);

    /** At most {@value #MAX_TERMS}, oldest first. */
    Future<List<AdvocateRating>> ratings(Tx tx, String caseId);
}
