package io.redress.penalties.app.rulebook;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.penalties.domain.rulebook.draft.DraftEvent;
import java.util.List;

/** Records what happens to drafts and objections; each is a subject of its own. */
public final class DraftJournal {

    private final DraftEventPayloads payloads;
    private final EventRecorder recorder;

    public DraftJournal(DraftEventPayloads payloads, EventRecorder recorder) {
        this.payloads = payloads;
        this.recorder = recorder;
    }

    Recorded record(CommandContext context, Revision before, DraftEvent.OfDraft event) {
        return recorder.record(context, event.about().id(), before, List.of(payloads.outgoing(event)));
    }

    Recorded record(CommandContext context, Revision before, DraftEvent.OfShadow event) {
        return recorder.record(context, event.about().id(), before, List.of(payloads.outgoing(event)));
    }

    Recorded record(CommandContext context, Revision before, DraftEvent.OfObjection event) {
        return recorder.record(context, event.about().id(), before, List.of(payloads.outgoing(event)));
    }
}
