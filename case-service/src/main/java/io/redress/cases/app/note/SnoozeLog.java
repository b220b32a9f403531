package io.redress.cases.app.note;

import io.redress.cases.domain.Snooze;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.Recorded;

/** Numbers, chains and words that a case has come back. */
public interface SnoozeLog {

    /** Told to the person who had laid it aside. */
    Recorded ended(CommandContext context, Snoozes.Due due, Snooze.End why);
}
