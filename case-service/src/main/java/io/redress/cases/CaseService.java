package io.redress.cases;

import io.redress.cases.api.CaseOperations;
import io.redress.cases.api.ClockOperations;
import io.redress.cases.api.ConfigurationOperations;
import io.redress.cases.api.UseCases;
import io.redress.cases.app.Actors;
import io.redress.cases.app.AppealWindows;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.PutConfiguration;
import io.redress.cases.app.WithdrawCase;
import io.redress.cases.app.advocacy.ContinueCase;
import io.redress.cases.app.argument.ChangeRequirement;
import io.redress.cases.app.argument.FileAnswer;
import io.redress.cases.app.argument.FileReply;
import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.app.clock.KeepClocks;
import io.redress.cases.app.clock.ReadClocks;
import io.redress.cases.app.effect.ConfirmEffect;
import io.redress.cases.app.effect.ConfirmTransfer;
import io.redress.cases.app.opening.KeepAppealWindow;
import io.redress.cases.app.opening.OpenCase;
import io.redress.cases.app.opening.OpenRequest;
import io.redress.cases.app.queue.QueuedCaseFiles;
import io.redress.cases.app.ruling.ChangeAdjudicator;
import io.redress.cases.app.ruling.ClaimCase;
import io.redress.cases.app.ruling.DecideReopening;
import io.redress.cases.app.ruling.DeclareInadmissible;
import io.redress.cases.app.ruling.EffectPreviews;
import io.redress.cases.app.ruling.IssueDraftRuling;
import io.redress.cases.app.ruling.IssueRuling;
import io.redress.cases.app.ruling.MilestoneReports;
import io.redress.cases.app.ruling.ReopenCase;
import io.redress.cases.app.ruling.SettleConditions;
import io.redress.cases.app.ruling.TellHead;
import io.redress.cases.app.search.ReadCases;
import io.redress.cases.client.HttpEffectPreviews;
import io.redress.cases.client.PreviewPeer;
import io.redress.cases.messaging.CaseEventLog;
import io.redress.cases.messaging.ClockEventLog;
import io.redress.cases.messaging.NotificationEvents;
import io.redress.cases.messaging.PenaltyEvents;
import io.redress.cases.messaging.RefundEvents;
import io.redress.cases.store.PgAppealWindows;
import io.redress.cases.store.PgCaseFiles;
import io.redress.cases.store.PgCaseSearch;
import io.redress.cases.store.PgCaseSight;
import io.redress.cases.store.PgClockFiles;
import io.redress.cases.store.PgConfiguration;
import io.redress.cases.store.PgKindPolicies;
import io.redress.cases.store.PgKnownPenalties;
import io.redress.cases.store.PgMilestoneReports;
import io.redress.cases.store.PgOpenings;
import io.redress.cases.store.PgRequestOpenings;
import io.redress.cases.store.PgTransferBars;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.redress.kit.text.RemotePhrases;

/** Appeals, their windows and their rulings. The composition root: every part is made here. */
public final class CaseService {

    /** Name, consumer group and principal. */
    public static final String NAME = "case-service";

    /** Schema of the database. */
    public static final String SCHEMA = "cases";

    private CaseService() {}

    /** Wires the service; nothing runs before {@link #start()}. */
    public static RunnableService create(CaseServiceConfig config, Runtime runtime) {
        ServiceKit kit = ServiceKit.of(NAME, SCHEMA, config.service(), runtime);
        PgKnownPenalties penalties = new PgKnownPenalties();
        PgTransferBars bars = new PgTransferBars();
        Queues queues = new Queues(kit);
        QueuedCaseFiles files = queues.over(new PgCaseFiles(bars));
        PgAppealWindows windows = new PgAppealWindows();
        PgConfiguration configuration = new PgConfiguration(config.zone());
        CaseEventLog events = new CaseEventLog(kit.recorder());
        Actors actors = new Actors(configuration, new PgCaseSight());
        CaseDesk desk = new CaseDesk(files, windows, events, actors);
        Advocates advocacy = new Advocates(kit, files, events, actors, desk, configuration);
        KeepAppealWindow keepWindow = new KeepAppealWindow(windows, events);
        ConfirmEffect effects = new ConfirmEffect(files, events);
        PgMilestoneReports reports = new PgMilestoneReports();
        SettleConditions conditions = new SettleConditions(files, reports, events, config.effectsWithin());

        PgClockFiles clockFiles = new PgClockFiles(configuration);
        ReadClocks readClocks = new ReadClocks(clockFiles, actors);
        KeepClocks keepClocks = new KeepClocks(clockFiles, new ClockEventLog(kit.recorder()), queues.late(files));

        RemotePhrases sealedTerms = sealedTerms(config, kit);
        EvidenceParts evidence = EvidenceParts.of(config, kit, desk);
        EarlierRulingParts earlier =
                EarlierRulingParts.of(config.consistency(), desk, evidence.files(), runtime.machineClock());
        Talk talk = new Talk(kit, desk, evidence.files(), earlier.sources(), readClocks);
        Desks desks = new Desks(kit, desk, configuration);
        TellHead tellHead = new TellHead(clockFiles);
        ReopeningRequestParts requests =
                new ReopeningRequestParts(kit, desk, files, events, configuration, clockFiles, evidence.files());
        UseCases use = new UseCases(
                new OpenCase(files, windows, events, runtime.ids()),
                new OpenRequest(files, events, runtime.ids()),
                new ReadCases(desk, new PgCaseSearch()),
                advocacy.assign(),
                new ChangeRequirement(desk, evidence.files()),
                new ClaimCase(desk, configuration, advocacy.panels(), queues.gate(), tellHead),
                new FileAnswer(desk),
                new IssueDraftRuling(
                        kit.database(),
                        desk,
                        configuration,
                        previews(config, kit),
                        earlier.sources(),
                        earlier.compare(),
                        runtime.ids(),
                        config.reportedWithin(),
                        tellHead),
                new FileReply(desk),
                new IssueRuling(desk, earlier.sources(), runtime.ids(), config.effectsWithin(), reports),
                new WithdrawCase(desk),
                new DeclareInadmissible(desk, queues.gate()),
                new ContinueCase(desk, files, advocacy.panels()),
                new ReopenCase(desk, runtime.ids()),
                new DecideReopening(desk, queues.gate()),
                new ConfirmTransfer(files, events));
        PutConfiguration putConfiguration = new PutConfiguration(configuration);
        ChangeAdjudicator changeAdjudicator = new ChangeAdjudicator(
                desk,
                queues.work(),
                advocacy.panels(),
                advocacy.independence(),
                new ChangeAdjudicator.Heads(configuration, clockFiles));
        kit.http("openapi/case-service.yaml", operations -> {
            new CaseOperations(
                            use,
                            new PgOpenings(),
                            new PgRequestOpenings(configuration, bars),
                            queues.following(new PgKindPolicies()),
                            new PlatformTexts(sealedTerms::scanner),
                            readClocks)
                    .bind(operations);
            new ClockOperations(readClocks).bind(operations);
            evidence.operations(new PlatformTexts(sealedTerms::scanner)).bind(operations);
            talk.bind(operations, new PlatformTexts(sealedTerms::scanner));
            new ConfigurationOperations(putConfiguration).bind(operations);
            advocacy.bind(operations, putConfiguration);
            queues.bind(operations, putConfiguration, desk, changeAdjudicator, advocacy);
            JointHearings.bind(
                    operations,
                    use,
                    files,
                    events,
                    actors,
                    desk,
                    configuration,
                    advocacy.panels(),
                    queues.gate(),
                    sealedTerms);
            earlier.operations().bind(operations);
            StuckEffectParts.bind(operations, desk, config.effectsWithin(), new PlatformTexts(sealedTerms::scanner));
            requests.bind(operations, new PlatformTexts(sealedTerms::scanner));
            desks.bind(operations, use.read());
            kit.deadLetters(operations);
        });

        kit.consume(
                "penalties.events.v1",
                new PenaltyEvents(
                        penalties,
                        bars,
                        keepWindow,
                        effects,
                        conditions,
                        runtime.clock(),
                        NAME,
                        sealedTerms::refreshQuietly));
        kit.beside(sealedTerms);
        kit.consume("refunds.events.v1", new RefundEvents(effects, runtime.clock(), NAME));
        kit.consume("notifications.events.v1", new NotificationEvents(keepWindow, NAME));

        kit.deadline(AppealWindows.DEEMED_DELIVERY, (penaltyId, due, context, tx) -> keepWindow
                .deemedDelivered(penaltyId, context, tx)
                .mapEmpty());
        kit.deadline(AppealWindows.END, (penaltyId, due, context, tx) -> keepWindow
                .lapsed(penaltyId, context, tx)
                .mapEmpty());
        kit.deadline(CaseFiles.EFFECT_DUE, (effectId, due, context, tx) -> effects.lapsed(effectId, context, tx)
                .mapEmpty());
        kit.deadline(ClockFiles.LOOK, (caseId, due, context, tx) -> keepClocks.look(caseId, context, tx));

        kit.deadline(
                MilestoneReports.CONDITION_DUE,
                (conditionId, due, context, tx) -> conditions.lapsed(conditionId, context, tx));

        evidence.tend(kit);
        advocacy.deadlines();
        desks.deadlines();
        requests.deadlines(kit);
        kit.audit("case_file", "case_id");
        kit.audit("case_clocks", "case_id || ':clocks'");
        kit.audit("appeal_window", "penalty_id || ':window'");
        return kit;
    }

    private static EffectPreviews previews(CaseServiceConfig config, ServiceKit kit) {
        return new HttpEffectPreviews(
                peer("penalty-service", config.penaltiesUrl(), kit),
                peer("refund-service", config.refundsUrl(), kit),
                kit.runtime().ids());
    }

    /** The terms have a guard of their own: a full or open one of the previews says nothing about them. */
    private static RemotePhrases sealedTerms(CaseServiceConfig config, ServiceKit kit) {
        Guard guard = new Guard(kit.runtime().vertx(), "sealed-terms", GuardConfig.forReads(), kit.metrics());
        return new RemotePhrases(
                kit.runtime().vertx(),
                config.penaltiesUrl() + "/v1/sealed-terms",
                kit.webClient(),
                kit.machineTokens(),
                guard);
    }

    private static PreviewPeer peer(String name, String url, ServiceKit kit) {
        Guard guard = new Guard(kit.runtime().vertx(), name, GuardConfig.forReads(), kit.metrics());
        return new PreviewPeer(name, url, kit.webClient(), kit.machineTokens(), guard, kit.tracing());
    }
}
