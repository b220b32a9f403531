package io.redress.cases.app.opening;

import io.redress.cases.app.KindPolicies;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** What is known when a request is made. */
public interface RequestOpenings {

    /** Empty when no such shop is known. */
    Future<Optional<RequestFacts>> facts(Tx tx, OpenRequest.Command command, KindPolicies.Version policy);
}
