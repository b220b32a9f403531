package io.redress.penalties;

import io.redress.kit.boot.ServiceKit;
import io.redress.penalties.api.DetectionRecordJson;
import io.redress.penalties.api.SealApi;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.seal.CaseMembers;
import io.redress.penalties.app.seal.ChallengeSeal;
import io.redress.penalties.app.seal.Challenges;
import io.redress.penalties.app.seal.Matter;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.app.seal.PutSealedTerms;
import io.redress.penalties.app.seal.ReadRecord;
import io.redress.penalties.app.seal.RotateSeals;
import io.redress.penalties.app.seal.SealJournal;
import io.redress.penalties.app.seal.SealKeys;
import io.redress.penalties.app.seal.SealRecord;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.messaging.SealEvents;
import io.redress.penalties.store.PgCaseMembers;
import io.redress.penalties.store.PgChallenges;
import io.redress.penalties.store.PgDetectionRecords;
import io.redress.penalties.store.PgTerms;

/** The part of the composition root that is about what is sealed. */
record Seals(
        SealRecord record,
        PlatformTexts texts,
        CaseMembers members,
        Challenges challenges,
        ChallengeSeal challenge,
        RotateSeals rotation,
        SealApi api) {

    static Seals of(PenaltyServiceConfig config, ServiceKit kit, ShopFiles files, IdSource ids) {
        SealKeys keys = config.sealKeys();
        SealEvents events = new SealEvents();
        DetectionRecordJson form = new DetectionRecordJson();
        PgTerms terms = new PgTerms();
        PgDetectionRecords records = new PgDetectionRecords();
        PgChallenges challenges = new PgChallenges();
        PgCaseMembers members = new PgCaseMembers();
        Matter matter = new Matter(files, records, members);
        SealJournal journal = new SealJournal(events, kit.recorder());
        PlatformTexts texts = new PlatformTexts(terms, matter);
        ChallengeSeal challenge =
                new ChallengeSeal(matter, records, challenges, journal, ids, config.sealAnswerWithin());
        SealApi api = new SealApi(
                new PutSealedTerms(terms, events, kit.recorder()),
                terms,
                new ReadRecord(matter, keys, form, records, journal, ids, kit.metrics()),
                challenge,
                texts);
        return new Seals(
                new SealRecord(keys, form, records, journal),
                texts,
                members,
                challenges,
                challenge,
                new RotateSeals(kit.runtime().vertx(), kit.database(), keys, records, kit.metrics()),
                api);
    }
}
