package io.redress.cases.app.opening;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What is known when cases are to be opened. */
public interface Openings {

    /** Who wants to open a case against which penalty. */
    record Question(String penaltyId, String callerId) {}

    /** In the order of the questions; empty where no such penalty is known. */
    Future<List<Optional<OpeningFacts>>> facts(Tx tx, List<Question> questions);
}
