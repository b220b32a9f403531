package io.redress.penalties.app.seal;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.seal.SealEvent;

/** Turns what happened to a seal, or to the sealed terms, into what is published. */
public interface SealEventPayloads {

    OutgoingEvent outgoing(Penalty penalty, SealEvent event);

    /** The sealed terms have another version; which they are is not said. */
    OutgoingEvent termsChanged(long version);
}
