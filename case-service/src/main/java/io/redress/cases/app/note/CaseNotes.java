package io.redress.cases.app.note;

import io.redress.cases.domain.NoteSide;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored notes of the sides of cases; none is ever changed. */
public interface CaseNotes {

    /** Notes of one side of a case at the most. */
    int MOST = 500;

    record Note(String id, NoteSide side, String by, Instant at, String text) {}

    Future<Integer> count(Tx tx, String caseId, NoteSide side);

    /** Oldest first; one more than {@code limit} when there is more. */
    Future<List<Note>> list(Tx tx, String caseId, Set<NoteSide> sides, int limit, Optional<String> afterId);

    Write add(String caseId, Note note);
}
