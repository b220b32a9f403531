package io.redress.cases;

import io.redress.cases.api.DeskOperations;
import io.redress.cases.api.ViewOperations;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.Organisation;
import io.redress.cases.app.note.NoteCase;
import io.redress.cases.app.note.SnoozeCase;
import io.redress.cases.app.note.Snoozes;
import io.redress.cases.app.note.TagCase;
import io.redress.cases.app.search.KeepViews;
import io.redress.cases.app.search.ReadCases;
import io.redress.cases.messaging.SnoozeEventLog;
import io.redress.cases.store.PgCaseNotes;
import io.redress.cases.store.PgCaseTags;
import io.redress.cases.store.PgSavedViews;
import io.redress.cases.store.PgSnoozes;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.http.Operations;

/** The part of the service that staff order their work with: made and bound here, for {@link CaseService}. */
final class Desks {

    private final ServiceKit kit;
    private final CaseDesk desk;
    private final Organisation organisation;
    private final SnoozeCase snoozes;

    Desks(ServiceKit kit, CaseDesk desk, Organisation organisation) {
        this.kit = kit;
        this.desk = desk;
        this.organisation = organisation;
        this.snoozes = new SnoozeCase(desk, new PgSnoozes(), new SnoozeEventLog(kit.recorder()));
    }

    void bind(Operations operations, ReadCases cases) {
        new DeskOperations(
                        new TagCase(desk, new PgCaseTags()),
                        new NoteCase(desk, new PgCaseNotes(), kit.runtime().ids()),
                        snoozes)
                .bind(operations);
        new ViewOperations(new KeepViews(new PgSavedViews(), organisation), cases).bind(operations);
    }

    void deadlines() {
        kit.deadline(Snoozes.END, (subject, due, context, tx) -> snoozes.due(subject, context, tx));
        kit.audit("case_snooze", "case_id || ':snooze:' || person");
    }
}
