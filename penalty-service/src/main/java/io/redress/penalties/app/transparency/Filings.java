package io.redress.penalties.app.transparency;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.domain.transparency.Correction;
import io.redress.penalties.domain.transparency.Filing;
import io.redress.penalties.domain.transparency.FormatProblem;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where filings and corrections are kept. */
public interface Filings {

    /**
     * One that a worker has taken up.
     *
     * @param unsure whether it may be in the database already
     * @param reversed whether its decision was overturned meanwhile
     * @param attempts this one included; a later worker has more
     */
    record Claimed(String puid, String payload, boolean unsure, boolean reversed, int attempts) {}

    /** Behind this filing, in the order of recording. */
    record Place(Instant recordedAt, String puid) {}

    /** Its statement is to be filed; nothing when the penalty has a filing. */
    Write record(Penalty penalty, Instant at);

    /**
     * A recorded decision was corrected; nothing when it was not recorded. One that was overturned before anything was
     * sent is refused.
     */
    Write correct(ShopEvent.PenaltyCorrected correction, Instant at);

    /** Those that were not composed yet, oldest first. */
    Future<List<Filing>> uncomposed(Tx tx, int limit);

    /** Nothing when it was composed, or refused, before. */
    Write composed(String puid, String payload);

    /** Nothing when it was composed, or refused, before. */
    Write incomposable(String puid, List<FormatProblem> problems);

    /**
     * Takes up what is to be sent now, each for one worker until the lease ends. From here on it is unsure whether the
     * database has them.
     */
    Future<List<Claimed>> claim(Tx tx, int limit, Duration lease);

    /** The database has these, by their puids; that is so whoever says it. */
    Write filed(Map<String, String> uuids, Instant at);

    /** The database will not have it. Nothing when another worker has taken it up since. */
    Write refused(Claimed claimed, List<FormatProblem> problems);

    /**
     * To be taken up again after the pause, machine time. Nothing for those that another worker has taken up since.
     *
     * @param unsure whether the database may have them
     */
    Write postponed(List<Claimed> claimed, boolean unsure, Duration pause);

    /** A refused one is to be composed and sent once more. */
    Write again(String puid);

    Future<Optional<Filing>> find(Tx tx, String puid);

    /** Those in this state, or in any, behind {@code after}, by puid. */
    Future<List<Filing>> page(Tx tx, Optional<Filing.State> state, Optional<String> after, int limit);

    /** Composed ones recorded from {@code from} to before {@code to}, in the order of recording. */
    Future<List<Filing>> recorded(
            Tx tx, Optional<Instant> from, Optional<Instant> to, Optional<Place> after, int limit);

    /** Of these statements, in the order in which they became known. */
    Future<List<Correction>> corrections(Tx tx, Collection<String> puids);

    /** How many are to be composed, and, when they are sent at all, to be sent now. */
    Future<Long> outstanding(Tx tx, boolean sending);
}
