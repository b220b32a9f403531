package io.redress.cases.app.evidence;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;

/**
 * Which bytes the store may hold, so that they are removed when nothing refers to them and never while something does.
 * Bytes are pinned before they are put into the store, and the pin ends in the transaction that gives them a row, so that
 * whatever a crash leaves behind is known.
 */
public interface EvidenceBytes {

    /** False while bytes of this content are being removed: come back in a moment. */
    Future<Boolean> pin(Tx tx, String pinId, String sha256, long bytes);

    /** Ends the pin, if it is still there. */
    Future<Void> unpin(Tx tx, String pinId);

    /** Ends the pins of uploads that can no longer be under way. */
    Future<Void> endOldPins(Tx tx);

    /** Chooses bytes that nothing refers to; from now on they take no new reference. At most {@code most} looks. */
    Future<Integer> condemn(Tx tx, int most);

    /** One content that was condemned, locked for this transaction; empty list when there is none. */
    Future<List<String>> nextCondemned(Tx tx);

    /** Its bytes are gone. */
    Future<Void> removed(Tx tx, String sha256);

    /** Files that are to be scanned again now. */
    Future<List<String>> toScan(Tx tx, int most);
}
