package io.redress.penalties.app;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.domain.shop.ShopFile;

/** Turns what happened into what is published. */
@FunctionalInterface
public interface ShopEventPayloads {

    OutgoingEvent outgoing(ShopFile shop, ShopEvent event);
}
