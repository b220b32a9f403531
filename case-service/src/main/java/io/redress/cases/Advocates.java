package io.redress.cases;

import io.redress.cases.api.AdvocacyOperations;
import io.redress.cases.api.AdvocateOperations;
import io.redress.cases.api.ConcentrationOperations;
import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.PutConfiguration;
import io.redress.cases.app.advocacy.AdvocatePanels;
import io.redress.cases.app.advocacy.AdvocateRuns;
import io.redress.cases.app.advocacy.AssignAdvocate;
import io.redress.cases.app.advocacy.AssignOpened;
import io.redress.cases.app.advocacy.AwaitAdvocate;
import io.redress.cases.app.advocacy.ChangeAdvocate;
import io.redress.cases.app.advocacy.FindAdvocate;
import io.redress.cases.app.advocacy.HandOver;
import io.redress.cases.app.advocacy.KeepIndependence;
import io.redress.cases.app.advocacy.MoveReporting;
import io.redress.cases.app.advocacy.PutAdvocacy;
import io.redress.cases.app.advocacy.RateAdvocate;
import io.redress.cases.app.advocacy.ReadAdvocacy;
import io.redress.cases.app.advocacy.ReadConcentrations;
import io.redress.cases.app.advocacy.ReassignAdvocate;
import io.redress.cases.app.advocacy.WantedAdvocates;
import io.redress.cases.app.advocacy.WatchConcentration;
import io.redress.cases.store.PgAdvocacyDocuments;
import io.redress.cases.store.PgAdvocatePanels;
import io.redress.cases.store.PgAdvocateRecords;
import io.redress.cases.store.PgAdvocateRuns;
import io.redress.cases.store.PgClockFiles;
import io.redress.cases.store.PgConcentrations;
import io.redress.cases.store.PgConfiguration;
import io.redress.cases.store.PgWantedAdvocates;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.http.Operations;

/** The part of the service that says who defends: made and bound here, for {@link CaseService}. */
final class Advocates {

    private final ServiceKit kit;
    private final CaseFiles files;
    private final EventLog events;
    private final Actors actors;
    private final CaseDesk desk;
    private final PgConfiguration configuration;
    private final PgAdvocatePanels panels = new PgAdvocatePanels();
    private final PgAdvocateRecords records = new PgAdvocateRecords();
    private final AdvocateRuns runs = new PgAdvocateRuns();
    private final WantedAdvocates wanted = new PgWantedAdvocates();
    private final AssignAdvocate assign;
    private final KeepIndependence independence;

    Advocates(
            ServiceKit kit,
            CaseFiles files,
            EventLog events,
            Actors actors,
            CaseDesk desk,
            PgConfiguration configuration) {
        this.kit = kit;
        this.files = files;
        this.events = events;
        this.actors = actors;
        this.desk = desk;
        this.configuration = configuration;
        this.independence = new KeepIndependence(panels, records, kit.runtime().ids());
        this.assign = new AssignAdvocate(desk, panels, independence);
    }

    AdvocatePanels panels() {
        return panels;
    }

    KeepIndependence independence() {
        return independence;
    }

    AssignAdvocate assign() {
        return assign;
    }

    void bind(Operations operations, PutConfiguration configuration) {
        new AdvocateOperations(
                        new ChangeAdvocate(desk, panels, records),
                        new ReassignAdvocate(desk, panels, independence),
                        new RateAdvocate(desk, actors, independence, records),
                        new ReadAdvocacy(desk, panels, records, records, records))
                .bind(operations);
        new ConcentrationOperations(new ReadConcentrations(runs, new PgConcentrations())).bind(operations);
        new AdvocacyOperations(new PutAdvocacy(configuration, new PgAdvocacyDocuments())).bind(operations);
    }

    void deadlines() {
        AwaitAdvocate await = new AwaitAdvocate(files, events, wanted, configuration, new PgClockFiles(configuration));
        AssignOpened opened = new AssignOpened(files, events, assign, await);
        HandOver handOver = new HandOver(files, events, panels, runs, configuration, independence, await);
        FindAdvocate find = new FindAdvocate(files, panels, wanted, handOver, opened);
        MoveReporting reporting = new MoveReporting(files, events, runs);
        WatchConcentration watch = new WatchConcentration(files, events, runs);
        kit.deadline(AdvocateRuns.ASSIGNMENT, (caseId, due, context, tx) -> opened.due(caseId, context, tx));
        kit.deadline(AdvocateRuns.ABSENCE, (employee, due, context, tx) -> handOver.part(employee, context, tx));
        kit.deadline(WantedAdvocates.AGAIN, (caseId, due, context, tx) -> find.again(caseId, context, tx));
        kit.deadline(WantedAdvocates.FREE, (behind, due, context, tx) -> find.free(behind, context, tx));
        kit.deadline(WantedAdvocates.BACK, (employee, due, context, tx) -> find.free(WantedAdvocates.ALL, context, tx));
        kit.deadline(
                AdvocateRuns.REORGANISATION,
                (version, due, context, tx) -> reporting.part(Long.parseLong(version), context, tx));
        kit.deadline(AdvocateRuns.CONCENTRATION, (caseId, due, context, tx) -> watch.takenUp(caseId, context, tx));
    }
}
