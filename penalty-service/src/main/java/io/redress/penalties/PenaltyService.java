package io.redress.penalties;

import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.document.DocumentPrinter;
import io.redress.penalties.api.ClauseReportApi;
import io.redress.penalties.api.ClosureApi;
import io.redress.penalties.api.ConsistencyApi;
import io.redress.penalties.api.CreditQueries;
import io.redress.penalties.api.PenaltyApi;
import io.redress.penalties.api.PenaltyList;
import io.redress.penalties.api.PenaltyQueries;
import io.redress.penalties.api.ProgrammeApi;
import io.redress.penalties.api.RegistrationApi;
import io.redress.penalties.api.ReportApi;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.api.StandingQueries;
import io.redress.penalties.api.StatementApi;
import io.redress.penalties.app.ApplyRuling;
import io.redress.penalties.app.ClearPoints;
import io.redress.penalties.app.ClearingAhead;
import io.redress.penalties.app.ConfirmMeasure;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.app.DecideHeldPenalty;
import io.redress.penalties.app.ExpectClearing;
import io.redress.penalties.app.FollowPenalty;
import io.redress.penalties.app.MoveShop;
import io.redress.penalties.app.PreviewEffects;
import io.redress.penalties.app.ProposePenalty;
import io.redress.penalties.app.RegisterParties;
import io.redress.penalties.app.ReportViolations;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.app.consistency.CompareDecisions;
import io.redress.penalties.app.consistency.KeptDistributions;
import io.redress.penalties.app.milestone.OfferProgramme;
import io.redress.penalties.app.milestone.ProgrammeJournal;
import io.redress.penalties.app.milestone.RulingConditions;
import io.redress.penalties.app.milestone.VerifyMilestone;
import io.redress.penalties.app.seal.ProtectDisclosures;
import io.redress.penalties.app.transparency.RecordRestrictions;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.messaging.CaseEvents;
import io.redress.penalties.messaging.NotificationEvents;
import io.redress.penalties.messaging.PenaltyEvents;
import io.redress.penalties.messaging.ProgrammeEvents;
import io.redress.penalties.store.PgClauseCounts;
import io.redress.penalties.store.PgClearingRuns;
import io.redress.penalties.store.PgClosureRegister;
import io.redress.penalties.store.PgDisclosures;
import io.redress.penalties.store.PgEarnings;
import io.redress.penalties.store.PgEffects;
import io.redress.penalties.store.PgEnrolments;
import io.redress.penalties.store.PgFilings;
import io.redress.penalties.store.PgMatters;
import io.redress.penalties.store.PgParties;
import io.redress.penalties.store.PgPenaltySearch;
import io.redress.penalties.store.PgPointHistory;
import io.redress.penalties.store.PgProgrammes;
import io.redress.penalties.store.PgRangedDecisions;
import io.redress.penalties.store.PgReports;
import io.redress.penalties.store.PgRulebooks;
import io.redress.penalties.store.PgShadowHits;
import io.redress.penalties.store.PgShopFiles;
import io.redress.penalties.store.PgShopTransfers;

/** Composition root of penalty-service: rulebooks, penalties, points, measures, statements of reasons. */
public final class PenaltyService {

    public static final String NAME = "penalty-service";
    public static final String SCHEMA = "penalties";

    private static final String CONTRACT = "openapi/penalty-service.yaml";

    private PenaltyService() {}

    public static RunnableService create(PenaltyServiceConfig config, Runtime runtime) {
        ServiceKit kit = ServiceKit.of(NAME, SCHEMA, config.service(), runtime);
        IdSource ids = runtime.ids()::next;
        PenaltyEvents events = new PenaltyEvents();
        PgRulebooks rulebooks = new PgRulebooks(RulebookDocument::parse);
        PgParties parties = new PgParties();
        PgEffects effects = new PgEffects();
        PgShopFiles files = new PgShopFiles(rulebooks);
        PgFilings filings = new PgFilings();
        RecordRestrictions restrictions = new RecordRestrictions(filings);
        PgClearingRuns runs = new PgClearingRuns();
        ClearingAhead ahead = new ClearingAhead(runs, runtime.clock());
        ShopJournal journal = new ShopJournal(files, events, kit.recorder(), restrictions, ahead);
        FollowPenalty follow = new FollowPenalty(files, journal, ids);
        Seals seals = Seals.of(config, kit, files, ids);
        Transparency transparency = Transparency.of(config.transparency(), kit, filings, files, parties, seals.texts());
        Hearings hearings = Hearings.of(config, files, journal, seals, ids);

        MoveShop shops = new MoveShop(parties, new PgShopTransfers(), events, kit.recorder());
        RegistrationApi registration = new RegistrationApi(new RegisterParties(parties, events, kit.recorder(), shops));
        PgShadowHits shadowHits = new PgShadowHits();
        RulebookLife rules = RulebookLife.of(kit, rulebooks, parties, events, seals.texts(), shadowHits, ids);
        PgRangedDecisions ranged = new PgRangedDecisions();
        CompareDecisions compare = new CompareDecisions(
                ranged,
                new KeptDistributions(ranged, runtime.machineClock()),
                config.consistency().period(),
                config.consistency().enough());
        ConsistencyApi consistency = new ConsistencyApi(compare, ranged, files, rulebooks);
        PgDisclosures disclosures = new PgDisclosures();
        ProposePenalty proposals =
                new ProposePenalty(files, journal, seals.record(), compare, new ProtectDisclosures(disclosures), ids);
        PgProgrammes programmes = new PgProgrammes();
        PgEnrolments enrolments = new PgEnrolments();
        ProgrammeJournal milestones = new ProgrammeJournal(new ProgrammeEvents(), kit.recorder());
        RulingConditions conditions = new RulingConditions(programmes, enrolments, milestones, ids);
        PenaltyApi commands = new PenaltyApi(
                proposals,
                new DecideHeldPenalty(files, journal, ids),
                new PreviewEffects(files, conditions, ids),
                new ConfirmMeasure(files, journal, effects, ids),
                seals.texts());
        ReportApi reports = new ReportApi(
                new ReportViolations(files, proposals, new PgReports(), rules.shadowHits(), shadowHits, seals.texts()));
        ProgrammeApi programme = new ProgrammeApi(
                new OfferProgramme(programmes, enrolments, parties, milestones, ids),
                new VerifyMilestone(programmes, enrolments, new PgMatters(), files, journal, milestones, ids),
                programmes,
                seals.texts(),
                ids);
        PenaltyQueries queries = new PenaltyQueries(files);
        StatementApi statements = new StatementApi(
                kit.database(), files, seals.challenges(), new DocumentPrinter(runtime.vertx(), "statements-pdf"));
        PenaltyList list = new PenaltyList(new PgPenaltySearch(), parties);
        ClauseReportApi byClause = new ClauseReportApi(new PgClauseCounts());
        ClosureApi closures = new ClosureApi(new PgClosureRegister(), rulebooks);
        StandingQueries standing = new StandingQueries(files, parties, new PgPointHistory());
        CreditQueries credits = new CreditQueries(files, new PgEarnings());
        kit.http(CONTRACT, operations -> {
            registration.bind(operations);
            rules.bind(operations);
            commands.bind(operations);
            reports.bind(operations);
            consistency.bind(operations);
            programme.bind(operations);
            queries.bind(operations);
            statements.bind(operations);
            list.bind(operations);
            byClause.bind(operations);
            closures.bind(operations);
            hearings.bind(operations);
            standing.bind(operations);
            credits.bind(operations);
            seals.api().bind(operations);
            transparency.api().bind(operations);
            kit.deadLetters(operations);
        });

        kit.consume(
                CaseEvents.TOPIC,
                new CaseEvents(
                        NAME,
                        new ApplyRuling(files, journal, effects, restrictions, ids),
                        conditions,
                        follow,
                        seals.members(),
                        disclosures,
                        shops));
        kit.consume(NotificationEvents.TOPIC, new NotificationEvents(NAME, follow));
        kit.deadline(
                DeadlineKinds.PENALTY_ANNOUNCED,
                (penaltyId, dueAt, context, tx) -> follow.announcementOver(penaltyId, context, tx));
        kit.deadline(
                DeadlineKinds.MEASURE_BEGINS,
                (measureId, dueAt, context, tx) -> follow.measureBegins(measureId, context, tx));
        kit.deadline(
                DeadlineKinds.MEASURE_ENDS,
                (measureId, dueAt, context, tx) -> follow.measureEnds(measureId, context, tx));
        kit.deadline(DeadlineKinds.SEAL_CHALLENGE, (challengeId, dueAt, context, tx) -> seals.challenge()
                .lapsed(challengeId, context, tx));
        hearings.deadlines(kit);
        ClearPoints clear = new ClearPoints(runs, files, journal, rulebooks, ahead, ids);
        kit.deadline(DeadlineKinds.POINTS_CLEARED, (instant, dueAt, context, tx) -> clear.part(dueAt, context, tx)
                .mapEmpty());
        kit.deadline(DeadlineKinds.SHOP_POINTS_CLEARED, clear::ofShop);
        kit.beside(new ExpectClearing(kit.database(), runtime.clock(), clear));
        kit.beside(seals.rotation());
        kit.beside(transparency.export());
        audit(kit);
        return kit;
    }

    private static void audit(ServiceKit kit) {
        kit.audit("merchant", "a.id");
        kit.audit("shop", "a.id");
        RulebookLife.audit(kit);
        kit.audit("penalty", "a.id");
        kit.audit("measure", "a.id");
        kit.audit("detection_record", "a.penalty_id || ':detection-record'");
        kit.audit("sealed_terms", "a.id");
        kit.audit("programme", "a.id");
        kit.audit("enrolment", "a.id");
        kit.audit("bucket", "a.shop_id || ':' || a.bucket");
    }
}
