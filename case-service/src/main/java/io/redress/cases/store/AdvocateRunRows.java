package io.redress.cases.store;

import io.redress.cases.app.Configuration.NewVersion;
import io.redress.cases.app.advocacy.AdvocateRuns;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Write;

/** What is to be done about advocates because of a document. */
final class AdvocateRunRows {

    private AdvocateRunRows() {}

    /** The first organisation moves nobody. */
    static Write reorganised(NewVersion version, Write write) {
        return version.before().version() == 0
                ? write
                : write.with(Deadlines.expect(
                        AdvocateRuns.REORGANISATION,
                        Long.toString(version.after().version()),
                        version.context().businessTime()));
    }
}
