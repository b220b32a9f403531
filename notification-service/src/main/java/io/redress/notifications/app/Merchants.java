package io.redress.notifications.app;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Language;
import io.vertx.core.Future;
import java.util.Optional;

/** The merchants as the penalty service has told of them. */
public interface Merchants {
    /** The merchant's language; empty while the merchant has not been heard of. */
    Future<Optional<Language>> language(String merchantId, Tx tx);

    /** The merchant's name as it was registered; empty while the merchant has not been heard of. */
    Future<Optional<String>> name(String merchantId, Tx tx);

    /** Prepares to remember what an event said, unless a later event was heard before. */
    Write remember(String merchantId, String name, Language language, long sequence);
}
