package io.redress.cases.store;

import io.redress.cases.app.note.CaseNotes;
import io.redress.cases.domain.NoteSide;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes, each with the side whose it is. */
public final class PgCaseNotes implements CaseNotes {

    private static final String COUNT = "SELECT count(*)::int AS notes FROM case_note WHERE case_id = $1 AND side = $2";

    private static final String LIST = """
            SELECT note_id, side, by, at, text FROM case_note
            WHERE case_id = $1 AND side = ANY ($2::text[]) AND note_id > $3 ORDER BY note_id LIMIT $4""";

    private static final String ADD = """
            INSERT INTO case_note (note_id, case_id, side, by, at, text)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz, $6::text)""";

    @Override
    public Future<Integer> count(Tx tx, String caseId, NoteSide side) {
        return tx.query(COUNT, Columns.tuple(caseId, side.name()))
                .map(rows -> rows.iterator().next().getInteger("notes"));
    }

    @Override
    public Future<List<Note>> list(Tx tx, String caseId, Set<NoteSide> sides, int limit, Optional<String> afterId) {
        return tx.query(LIST, Columns.tuple(caseId, Columns.texts(sides, Enum::name), afterId.orElse(""), limit + 1))
                .map(rows -> {
                    List<Note> page = new ArrayList<>();
                    rows.forEach(row -> page.add(new Note(
                            row.getString("note_id"),
                            NoteSide.valueOf(row.getString("side")),
                            row.getString("by"),
                            Columns.instant(row, "at"),
                            row.getString("text"))));
                    return page;
                });
    }

    @Override
    public Write add(String caseId, Note note) {
        return Write.guarded(
                ADD,
                Columns.tuple(note.id(), caseId, note.side().name(), note.by(), Columns.time(note.at()), note.text()));
    }
}
