package io.redress.cases.app.message;

import io.redress.cases.domain.Correspondent;
import io.redress.cases.domain.Message;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The messages of cases. Those of a case are one append-only history, which is no new version of the case. */
public interface Messages {

    /**
     * All that was written in a case; {@link Revision#NEW} before the first message.
     *
     * @param messages how many there are
     */
    record Exchange(Revision revision, int messages) {}

    Future<Exchange> exchange(Tx tx, String caseId);

    Future<Optional<Message>> find(Tx tx, String messageId);

    /** Oldest first, those behind this position; one more than {@code limit} when there is more. */
    Future<List<Message>> list(Tx tx, String caseId, boolean filedOnly, int limit, int afterPosition);

    /** How many of the other side's messages this side has yet to read. */
    Future<Integer> unread(Tx tx, String caseId, Correspondent reader);

    /** How many that will be once it has read up to this position, if it has not read further. */
    Future<Integer> unreadBehind(Tx tx, String caseId, Correspondent reader, int position);

    /**
     * Guarded by the versions of the case and of its messages: who writes is who may write.
     *
     * @param caseVersion that the sender was admitted by
     */
    Write insert(Message message, long caseVersion, Exchange before, Recorded recorded);

    /** Guarded: one message is filed once. */
    Write file(Message filed, Exchange before, Recorded recorded);

    /** This side has read up to this position; that it had read further stays. */
    Write read(String caseId, Correspondent reader, int upTo, String by, Instant at);
}
