package io.redress.cases.app.clock;

import io.redress.cases.domain.clock.CaseHistory;
import io.redress.cases.domain.clock.ClockAlarm;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import java.util.List;

/** Numbers, chains and words what is told of a case's clocks. */
public interface ClockLog {

    Recorded record(CommandContext context, CaseHistory history, List<ClockAlarm> alarms, Revision before);
}
