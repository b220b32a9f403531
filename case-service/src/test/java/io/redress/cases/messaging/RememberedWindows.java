package io.redress.cases.messaging;

import io.redress.cases.app.AppealWindows;
import io.redress.cases.domain.AppealWindow;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One window, of the penalty that a test names. */
final class RememberedWindows implements AppealWindows {

    private AppealWindow window;

    void know(String penaltyId, String merchantId, boolean announced) {
        AppealWindow bare = AppealWindow.of(penaltyId, merchantId, "s-2004");
        AppealWindow.Statement statement = new AppealWindow.Statement(
                "sta_1", Instant.parse("2018-04-20T02:00:00Z"), Duration.ofDays(14), Duration.ofDays(3));
        window = announced ? bare.announced(statement).state() : bare;
    }

    @Override
    public Future<Optional<Loaded<AppealWindow>>> find(Tx tx, String penaltyId) {
        return Future.succeededFuture(Optional.of(window)
                .filter(known -> known.penaltyId().equals(penaltyId))
                .map(known -> new Loaded<>(known, Revision.NEW)));
    }

    @Override
    public Write insert(AppealWindow inserted, Recorded recorded) {
        return Write.none();
    }

    @Override
    public Write update(AppealWindow before, AppealWindow after, Revision guard, Recorded recorded) {
        return Write.none();
    }
}
