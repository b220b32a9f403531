package io.redress.cases.app;

import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** The organisation chart that is in force now. */
public interface Organisation {

    /** Empty for whom the chart does not know. */
    Future<Optional<String>> departmentOf(Tx tx, String employee);

    /** The department that imposed a penalty: the one it names, or its proposer's; empty when the chart knows neither. */
    Future<Optional<String>> respondentOf(Tx tx, PenaltyUnderAppeal penalty);
}
