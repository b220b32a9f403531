package io.redress.penalties.app;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Merchants and shops as the marketplace registers them. */
public interface Parties {

    /**
     * A merchant.
     *
     * @param language of its notices, zh or en
     */
    record Merchant(String id, String name, String language, Optional<String> email) {}

    /**
     * A shop of a merchant.
     *
     * @param openedAt to the microsecond, which is as fine as it is kept: what is registered again is the same
     */
    record Shop(String id, String merchantId, Instant openedAt) {

        public Shop {
            openedAt = openedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    Future<Optional<Loaded<Merchant>>> merchant(Tx tx, String id);

    Future<Optional<Loaded<Shop>>> shop(Tx tx, String id);

    Write save(Merchant merchant, Recorded recorded);

    Write save(Shop shop, Recorded recorded);
}
