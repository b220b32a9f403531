package io.redress.penalties.app;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.domain.rulebook.Rulebook;

/** What is published when a party or a rulebook is registered. */
public interface PartyEventPayloads {

    OutgoingEvent registered(Parties.Merchant merchant);

    OutgoingEvent registered(Parties.Shop shop);

    OutgoingEvent registered(Rulebook rulebook);
}
