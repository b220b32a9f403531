package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Preferences;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;

/** The stored preferences. */
public interface PreferenceStore {
    /** A recipient's preferences; the default with {@link Revision#NEW} when nothing was ever said. */
    Future<Loaded<Preferences>> of(Recipient recipient, Tx tx);

    /** Prepares to keep them, guarded by the revision. */
    Saved save(CommandContext context, Recipient recipient, Revision before, Preferences preferences);
}
