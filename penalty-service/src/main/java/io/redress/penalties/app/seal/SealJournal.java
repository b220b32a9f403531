package io.redress.penalties.app.seal;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.seal.SealEvent;
import java.util.List;

/** Records what happens to detection records. The subject is the record, not the penalty. */
public final class SealJournal {

    private static final String SUBJECT = ":detection-record";

    private final SealEventPayloads payloads;
    private final EventRecorder recorder;

    public SealJournal(SealEventPayloads payloads, EventRecorder recorder) {
        this.payloads = payloads;
        this.recorder = recorder;
    }

    Recorded record(CommandContext context, Penalty penalty, Revision before, List<SealEvent> events) {
        return recorder.record(
                context,
                penalty.id() + SUBJECT,
                before,
                events.stream().map(event -> payloads.outgoing(penalty, event)).toList());
    }
}
