package io.redress.cases.app.message;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Message;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;

/** Numbers, chains and words what happens to messages; their text is told to nobody. */
public interface MessageLog {

    Recorded sent(CommandContext context, CaseFile file, Message message, Revision before);

    Recorded filed(CommandContext context, CaseFile file, Message message, Revision before);
}
