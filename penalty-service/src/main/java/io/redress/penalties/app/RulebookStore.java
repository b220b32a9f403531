package io.redress.penalties.app;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.Future;
import java.util.Optional;

/** Where rulebook versions are kept; what is registered never changes. */
public interface RulebookStore {

    /**
     * A version as it was registered.
     *
     * @param document its canonical text
     */
    record Registered(Rulebook rulebook, String document) {}

    Future<Rulebooks> all(Tx tx);

    /** From here to the end of the transaction nobody else registers a version. */
    Future<Void> holdNumbers(Tx tx);

    Future<Optional<Loaded<Registered>>> find(Tx tx, int version);

    Write insert(Registered registered, Recorded recorded);
}
