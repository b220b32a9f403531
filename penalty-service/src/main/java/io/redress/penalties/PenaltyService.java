package io.redress.penalties;

import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceKit;
import io.redress.penalties.api.PenaltyApi;
import io.redress.penalties.api.PenaltyQueries;
import io.redress.penalties.api.RegistrationApi;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.app.ApplyRuling;
import io.redress.penalties.app.ConfirmMeasure;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.app.DecideHeldPenalty;
import io.redress.penalties.app.FollowPenalty;
import io.redress.penalties.app.PreviewEffects;
import io.redress.penalties.app.ProposePenalty;
import io.redress.penalties.app.RegisterParties;
import io.redress.penalties.app.RegisterRulebook;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.app.transparency.RecordRestrictions;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.messaging.CaseEvents;
import io.redress.penalties.messaging.NotificationEvents;
import io.redress.penalties.messaging.PenaltyEvents;
import io.redress.penalties.store.PgEffects;
import io.redress.penalties.store.PgFilings;
import io.redress.penalties.store.PgParties;
import io.redress.penalties.store.PgRulebooks;
import io.redress.penalties.store.PgShopFiles;

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
        ShopJournal journal = new ShopJournal(files, events, kit.recorder(), new RecordRestrictions(filings));
        FollowPenalty follow = new FollowPenalty(files, journal, ids);
        Seals seals = Seals.of(config, kit, files, ids);
        Transparency transparency = Transparency.of(config.transparency(), kit, filings, files, parties, seals.texts());

        RegistrationApi registration = new RegistrationApi(
                new RegisterRulebook(rulebooks, events, kit.recorder()),
                new RegisterParties(parties, events, kit.recorder()),
                rulebooks,
                seals.texts());
        PenaltyApi commands = new PenaltyApi(
                new ProposePenalty(files, journal, seals.record(), ids),
                new DecideHeldPenalty(files, journal, ids),
                new PreviewEffects(files, ids),
                new ConfirmMeasure(files, journal, effects, ids),
                seals.texts());
        PenaltyQueries queries = new PenaltyQueries(files, parties, seals.challenges());
        kit.http(CONTRACT, operations -> {
            registration.bind(operations);
            commands.bind(operations);
            queries.bind(operations);
            seals.api().bind(operations);
            transparency.api().bind(operations);
            kit.deadLetters(operations);
        });

        kit.consume(
                CaseEvents.TOPIC,
                new CaseEvents(NAME, new ApplyRuling(files, journal, effects, ids), follow, seals.members()));
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
        kit.beside(seals.rotation());
        kit.beside(transparency.export());
        audit(kit);
        return kit;
    }

    private static void audit(ServiceKit kit) {
        kit.audit("merchant", "a.id");
        kit.audit("shop", "a.id");
        kit.audit("rulebook", "'rulebook-' || a.number");
        kit.audit("penalty", "a.id");
        kit.audit("measure", "a.id");
        kit.audit("detection_record", "a.penalty_id || ':detection-record'");
        kit.audit("sealed_terms", "a.id");
        kit.audit("bucket", "a.shop_id || ':' || a.bucket");
    }
}
