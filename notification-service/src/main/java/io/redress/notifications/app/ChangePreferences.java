package io.redress.notifications.app;

import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Preferences;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;

/** A caller's own preferences: the merchant's that the token acts for, otherwise the employee's. */
public final class ChangePreferences {
    private final PreferenceStore store;

    public ChangePreferences(PreferenceStore store) {
        this.store = store;
    }

    /** The caller's preferences, or the default with version 0. */
    public Future<Loaded<Preferences>> current(Caller caller, Tx tx) {
        return store.of(Inbox.of(caller), tx);
    }

    /** Refused: {@code SMS_NUMBER_MISSING}, {@code QUIET_HOURS_INVALID}. */
    public Future<Decision<Preferences>> handle(Outcome<Preferences> asked, CommandContext context, Tx tx) {
        Recipient recipient = Inbox.of(context.caller());
        return store.of(recipient, tx).map(current -> {
            if (!context.accepts(current.revision())) {
                return Decision.stale(current.revision());
            }
            Outcome<Preferences> checked = asked.flatMap(Preferences::checked);
            if (checked instanceof Outcome.Refused<Preferences> refused) {
                return Decision.refuse(refused.refusal());
            }
            Preferences wanted = ((Outcome.Done<Preferences>) checked).value();
            if (wanted.equals(current.state()) && current.revision().version() > 0) {
                return Decision.accept(wanted, current.revision(), Write.none());
            }
            Saved saved = store.save(context, recipient, current.revision(), wanted);
            return Decision.accept(wanted, saved.revision(), saved.write());
        });
    }
}
