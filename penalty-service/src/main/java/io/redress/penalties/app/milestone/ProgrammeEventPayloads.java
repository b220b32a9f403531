package io.redress.penalties.app.milestone;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.domain.milestone.ProgrammeEvent;

/** Turns what happened into what is published. */
@FunctionalInterface
public interface ProgrammeEventPayloads {

    OutgoingEvent outgoing(ProgrammeEvent event);
}
