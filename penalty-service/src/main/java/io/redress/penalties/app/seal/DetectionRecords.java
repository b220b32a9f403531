package io.redress.penalties.app.seal;

import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.seal.Reading;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where detection records and their readings are kept: apart from penalties, and encrypted. */
public interface DetectionRecords {

    /** A record as it is kept. */
    record Kept(String penaltyId, Sealed sealed, Instant sealedAt) {}

    Future<Optional<Loaded<Kept>>> find(Tx tx, String penaltyId);

    Write insert(Kept record, Recorded recorded);

    /** The record's next revision, guarded by the one before. */
    Write touch(String penaltyId, Revision before, Recorded recorded);

    Write insert(Reading reading);

    /** In the order they were read, behind this one. */
    Future<List<Reading>> readings(Tx tx, String penaltyId, Optional<String> after, int limit);

    /** Records under another key than this one that the ring can open, in order, behind this penalty. */
    Future<List<Kept>> underOlderKeys(Tx tx, String current, Set<String> known, String after, int limit);

    /** How many records are under a key that is not known. */
    Future<Long> underUnknownKeys(Tx tx, Set<String> known);

    /** Puts other encryption in the place of this one, unless somebody did already. */
    Write reseal(Kept before, Sealed after);
}
