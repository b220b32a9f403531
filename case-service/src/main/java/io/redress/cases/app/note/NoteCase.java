package io.redress.cases.app.note;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.note.CaseNotes.Note;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.NoteSide;
import io.redress.cases.domain.NoteSight;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what the sides of a case note for themselves. A note is no new version of the case and is told to nobody.
 * Refusals: not-on-a-side, note-limit-reached.
 */
public final class NoteCase {

    private final CaseDesk desk;
    private final CaseNotes notes;
    private final Ids ids;

    public NoteCase(CaseDesk desk, CaseNotes notes, Ids ids) {
        this.desk = desk;
        this.notes = notes;
        this.ids = ids;
    }

    public Future<Decision<Note>> add(String caseId, String text, CommandContext context, Tx tx) {
        return sight(caseId, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            Optional<NoteSide> side = found.get().writes();
            return side.isPresent()
                    ? add(caseId, side.get(), text, context, tx)
                    : Future.succeededFuture(Decision.refuse(
                            Refusal.of(CaseRefusal.NOT_ON_A_SIDE, "Notes are for the sides of the case.")));
        });
    }

    private Future<Decision<Note>> add(String caseId, NoteSide side, String text, CommandContext context, Tx tx) {
        return notes.count(tx, caseId, side).map(count -> {
            if (count >= CaseNotes.MOST) {
                return Decision.refuse(Refusal.of(
                        CaseRefusal.NOTE_LIMIT_REACHED, "A side has " + CaseNotes.MOST + " notes at the most."));
            }
            Note note = new Note(ids.next("nte"), side, context.caller().subject(), context.businessTime(), text);
            return Decision.accept(note, Revision.NEW, notes.add(caseId, note));
        });
    }

    /** Those that this caller may read; empty if there is no such case for him. */
    public Future<Optional<List<Note>>> list(
            String caseId, int limit, Optional<String> afterId, CommandContext context, Tx tx) {
        return sight(caseId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : notes.list(tx, caseId, found.get().reads(), limit, afterId)
                                .map(Optional::of));
    }

    private Future<Optional<NoteSight>> sight(String caseId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx)
                .map(found -> found.map(loaded ->
                        NoteSight.of(loaded.state().file(), loaded.state().viewer())));
    }
}
