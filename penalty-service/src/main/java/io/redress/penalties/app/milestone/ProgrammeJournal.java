package io.redress.penalties.app.milestone;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.penalties.domain.milestone.ProgrammeEvent;
import java.util.List;

/** Records what happens to programmes and enrolments; each is a subject of its own. */
public final class ProgrammeJournal {

    private final ProgrammeEventPayloads payloads;
    private final EventRecorder recorder;

    public ProgrammeJournal(ProgrammeEventPayloads payloads, EventRecorder recorder) {
        this.payloads = payloads;
        this.recorder = recorder;
    }

    Recorded record(CommandContext context, Revision before, ProgrammeEvent event) {
        return recorder.record(context, event.subject(), before, List.of(payloads.outgoing(event)));
    }
}
