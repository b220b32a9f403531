package io.redress.cases.app;

import io.redress.cases.domain.CalendarYear;
import io.redress.cases.domain.CasePolicy;
import io.redress.cases.domain.KindPolicy;
import io.redress.cases.domain.OrgChart;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The stored organisation, policy and calendars; every version is kept. */
public interface Configuration {

    /**
     * A document that is in force.
     *
     * @param text the document as it was given
     */
    record Document(String text, Revision revision) {}

    /** A new version of a document. */
    record NewVersion(String id, String text, Revision before, Revision after, CommandContext context) {}

    Future<Optional<Document>> find(Tx tx, String id);

    Write org(NewVersion version, OrgChart chart);

    Write policy(NewVersion version, CasePolicy policy, List<KindPolicy> kinds);

    Write calendar(NewVersion version, CalendarYear year);
}
