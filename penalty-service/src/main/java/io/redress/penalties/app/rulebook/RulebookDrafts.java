package io.redress.penalties.app.rulebook;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where drafts are kept. */
public interface RulebookDrafts {

    /**
     * A draft without its rules.
     *
     * @param number that the version is to have
     * @param revision of the draft
     */
    record Summary(
            String id,
            RulebookDraft.Status status,
            int number,
            Instant openedAt,
            Optional<RulebookDraft.Notice> notice,
            Optional<Instant> endedAt,
            long revision) {}

    Future<Optional<Loaded<RulebookDraft>>> find(Tx tx, String draftId);

    /** The same, and nobody changes it, or objects to it, before the transaction ends. */
    Future<Optional<Loaded<RulebookDraft>>> lock(Tx tx, String draftId);

    /** The same, and nobody changes it before the transaction ends; others may hold it so too. */
    Future<Optional<Loaded<RulebookDraft>>> share(Tx tx, String draftId);

    /**
     * Drafts in the order in which they were opened.
     *
     * @param announcedOnly whether to leave out those that merchants have not been told of
     * @param after the id of the last one seen
     */
    Future<List<Summary>> page(Tx tx, boolean announcedOnly, Optional<String> after, int limit);

    Write insert(RulebookDraft draft, Recorded recorded);

    Write update(RulebookDraft draft, Recorded recorded);
}
