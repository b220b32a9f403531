package io.redress.cases.app;

import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.CaseChange;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;

/** Numbers, chains and words the events of a change. */
public interface EventLog {

    Recorded record(CommandContext context, CaseChange change, Revision before);

    Recorded record(CommandContext context, AppealWindow.Change change, Revision before);
}
