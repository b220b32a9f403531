package io.redress.cases.app;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** The organisation chart that is in force now. */
public interface Organisation {

    /** Empty for whom the chart does not know. */
    Future<Optional<String>> departmentOf(Tx tx, String employee);
}
