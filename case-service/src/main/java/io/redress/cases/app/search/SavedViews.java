package io.redress.cases.app.search;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored views of staff; ids are each owner's own. */
public interface SavedViews {

    /** Views of one person at the most. */
    int MOST = 50;

    /**
     * A question with a name.
     *
     * @param nameZh at least one of both names is there
     * @param shared whether the owner's department sees it
     */
    record Content(Optional<String> nameZh, Optional<String> nameEn, boolean shared, CaseQuestion question) {}

    record View(String owner, String id, Content content, Instant changedAt, long version) {}

    Future<Optional<View>> find(Tx tx, String owner, String id);

    Future<Integer> count(Tx tx, String owner);

    /**
     * Somebody's own, and those that are shared with his department; by owner and id, one more than {@code limit} when
     * there is more.
     */
    Future<List<View>> list(
            Tx tx, String reader, Optional<String> department, int limit, String afterOwner, String afterId);

    /** Writes a first version, or the next one over the one before. */
    Write put(View view);

    Write delete(View view);
}
