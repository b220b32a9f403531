package io.redress.cases.app.opening;

import io.redress.cases.app.AppealWindows;
import io.redress.cases.app.EventLog;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.AppealWindow.Statement;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Runs the appeal windows by what is heard of statements, their delivery, and time. */
public final class KeepAppealWindow {

    private final AppealWindows windows;
    private final EventLog events;

    public KeepAppealWindow(AppealWindows windows, EventLog events) {
        this.windows = windows;
        this.events = events;
    }

    /** A penalty was proposed; its window waits for the statement. */
    public Future<Void> begin(AppealWindow window, CommandContext context, Tx tx) {
        AppealWindow.Change begun = new AppealWindow.Change(window, List.of());
        return tx.apply(windows.insert(window, events.record(context, begun, Revision.NEW)));
    }

    /** False when no such penalty is known (yet). */
    public Future<Boolean> announced(String penaltyId, Statement statement, CommandContext context, Tx tx) {
        return change(penaltyId, window -> window.announced(statement), context, tx);
    }

    /** False when no such penalty, or none with a statement, is known (yet). */
    public Future<Boolean> delivered(String penaltyId, String merchantId, Instant at, CommandContext context, Tx tx) {
        return evidence(penaltyId, merchantId, window -> window.delivered(at), context, tx);
    }

    /** The statement came back. False when no such penalty, or none with a statement, is known (yet). */
    public Future<Boolean> bounced(String penaltyId, String merchantId, Instant at, CommandContext context, Tx tx) {
        return evidence(penaltyId, merchantId, window -> window.bounced(at), context, tx);
    }

    private Future<Boolean> evidence(
            String penaltyId,
            String merchantId,
            Function<AppealWindow, AppealWindow.Change> decide,
            CommandContext context,
            Tx tx) {
        return windows.find(tx, penaltyId).compose(found -> {
            if (found.isEmpty() || found.get().state().statement().isEmpty()) {
                return Future.succeededFuture(false);
            }
            boolean theMerchant = found.get().state().merchantId().equals(merchantId);
            return theMerchant
                    ? write(found.get(), decide.apply(found.get().state()), context, tx)
                    : Future.succeededFuture(true);
        });
    }

    /** The statement counts as delivered at the deadline. */
    public Future<Boolean> deemedDelivered(String penaltyId, CommandContext context, Tx tx) {
        return change(penaltyId, window -> window.deemed(context.businessTime()), context, tx);
    }

    /** The window has run out at the deadline, unless it was stopped or moved. */
    public Future<Boolean> lapsed(String penaltyId, CommandContext context, Tx tx) {
        return change(penaltyId, window -> window.lapse(context.businessTime()), context, tx);
    }

    private Future<Boolean> change(
            String penaltyId, Function<AppealWindow, AppealWindow.Change> decide, CommandContext context, Tx tx) {
        return windows.find(tx, penaltyId)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : write(found.get(), decide.apply(found.get().state()), context, tx));
    }

    private Future<Boolean> write(
            Loaded<AppealWindow> before, AppealWindow.Change change, CommandContext context, Tx tx) {
        if (change.state().equals(before.state())) {
            return Future.succeededFuture(true);
        }
        Recorded recorded = events.record(context, change, before.revision());
        return tx.apply(windows.update(before.state(), change.state(), before.revision(), recorded))
                .map(written -> true);
    }
}
