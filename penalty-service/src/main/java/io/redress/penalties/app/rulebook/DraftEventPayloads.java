package io.redress.penalties.app.rulebook;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.domain.rulebook.draft.DraftEvent;

/** What is published about drafts and objections. */
public interface DraftEventPayloads {

    OutgoingEvent outgoing(DraftEvent event);
}
