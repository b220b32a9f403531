package io.redress.penalties.app.rulebook;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.rulebook.draft.Objection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Where objections are kept, and who stands behind them. */
public interface Objections {

    /**
     * An objection as one merchant sees it.
     *
     * @param joined whether the merchant stands behind it
     */
    record Seen(Objection objection, boolean joined) {}

    /** How many objections of a draft wait for an answer, and how many have one. */
    record Count(long open, long answered) {}

    /** The objection, and nobody changes it before the transaction ends. */
    Future<Optional<Loaded<Objection>>> lock(Tx tx, String objectionId);

    Future<Boolean> isJoined(Tx tx, String objectionId, String merchantId);

    /** Whether the merchant has raised an objection to the draft that still stands. */
    Future<Boolean> hasRaised(Tx tx, String draftId, String merchantId);

    Future<ObjectionFigures> figures(Tx tx, String draftId);

    Future<Count> count(Tx tx, String draftId);

    /**
     * A draft's objections in the order in which they were raised.
     *
     * @param merchantId for whom; empty for those who belong to no merchant
     * @param after the id of the last one seen
     */
    Future<List<Seen>> page(Tx tx, String draftId, Optional<String> merchantId, Optional<String> after, int limit);

    /** A new objection, with the merchant that raises it behind it. */
    Write insert(Objection objection, Recorded recorded);

    Write update(Objection objection, Recorded recorded);

    Write join(Objection objection, String merchantId);

    Write leave(Objection objection, String merchantId);
}
