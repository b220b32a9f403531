package io.redress.cases.store;

import io.redress.cases.app.Configuration.NewVersion;
import io.redress.cases.app.advocacy.AdvocateRuns;
import io.redress.cases.app.advocacy.AdvocateRuns.HandOverRun;
import io.redress.cases.app.advocacy.WantedAdvocates;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Write;
import io.vertx.sqlclient.Row;

/** What is to be done about advocates because of a document. */
final class AdvocateRunRows {

    private AdvocateRunRows() {}

    /** The first organisation moves nobody. */
    static Write reorganised(NewVersion version, Write write) {
        return version.before().version() == 0
                ? write
                : somebodyFree(
                        version,
                        write.with(Deadlines.expect(
                                AdvocateRuns.REORGANISATION,
                                Long.toString(version.after().version()),
                                version.context().businessTime())));
    }

    /** Perhaps, for the cases that wait for an advocate. */
    static Write somebodyFree(NewVersion version, Write write) {
        return write.with(Deadlines.noLaterThan(
                WantedAdvocates.FREE, WantedAdvocates.ALL, version.context().businessTime()));
    }

    static HandOverRun handOver(Row row) {
        return new HandOverRun(
                row.getString("employee_id"),
                Columns.instant(row, "until_at"),
                Columns.maybeText(row, "delegate"),
                row.getString("put_by"),
                row.getString("behind"));
    }
}
