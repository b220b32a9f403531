package io.redress.penalties.app;

import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Penalties of all shops, found by what they are about. */
@FunctionalInterface
public interface PenaltySearch {

    /**
     * What is looked for; each part narrows it.
     *
     * @param clauseId of a violation; with a version, of one that is judged by it
     * @param decidedBy who approved it, or proposed it where no second person did
     * @param from proposed then or later
     * @param to proposed before
     */
    record Filter(
            Optional<String> merchantId,
            Optional<String> shopId,
            Optional<String> clauseId,
            OptionalInt rulebookVersion,
            Optional<PenaltyStatus> status,
            Optional<Boolean> isFinal,
            Optional<String> decidedBy,
            Optional<Instant> from,
            Optional<Instant> to) {}

    /** Where a page ended. */
    record Place(Instant proposedAt, String penaltyId) {}

    record Found(PenaltyResult result, Revision revision) {}

    /** In order of proposal, behind that place. One that is proposed while pages are read may be missed. */
    Future<List<Found>> page(Tx tx, Filter filter, Optional<Place> behind, int limit);
}
