package io.redress.cases.app;

import io.redress.cases.domain.AppealWindow;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/** The stored appeal windows, with the deadlines of deemed delivery and of their end. */
public interface AppealWindows {

    /** Deadline at which a statement counts as delivered; subject is the penalty. */
    String DEEMED_DELIVERY = "statement-deemed-delivered";

    /** Deadline at which a window closes; subject is the penalty. */
    String END = "appeal-window-end";

    Future<Optional<Loaded<AppealWindow>>> find(Tx tx, String penaltyId);

    Write insert(AppealWindow window, Recorded recorded);

    /** Guarded by the version; keeps the deadlines. */
    Write update(AppealWindow before, AppealWindow after, Revision guard, Recorded recorded);
}
