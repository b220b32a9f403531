package io.redress.penalties;

import io.redress.kit.boot.ServiceKit;
import io.redress.kit.http.Operations;
import io.redress.penalties.api.CureApi;
import io.redress.penalties.api.HearingApi;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.app.hearing.ClarifyFacts;
import io.redress.penalties.app.hearing.ProveCure;
import io.redress.penalties.app.hearing.RelieveMeasure;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.store.PgHearings;
import io.redress.penalties.store.PgProofs;

/** The part of the composition root that is about how merchants are heard before a penalty and under a measure. */
record Hearings(ClarifyFacts clarify, RelieveMeasure relieve, ProveCure prove, HearingApi api, CureApi cureApi) {

    static Hearings of(PenaltyServiceConfig config, ShopFiles files, ShopJournal journal, Seals seals, IdSource ids) {
        ClarifyFacts clarify = new ClarifyFacts(files, journal, ids, config.clarificationAnswerWithin());
        RelieveMeasure relieve = new RelieveMeasure(files, journal, seals.members(), ids);
        ProveCure prove = new ProveCure(files, journal, ids, config.cureAnswerWithin());
        HearingApi api =
                new HearingApi(clarify, relieve, files, PgHearings::clarifications, PgHearings::reliefs, seals.texts());
        return new Hearings(clarify, relieve, prove, api, new CureApi(prove, files, PgProofs::page, seals.texts()));
    }

    void bind(Operations operations) {
        api.bind(operations);
        cureApi.bind(operations);
    }

    void deadlines(ServiceKit kit) {
        kit.deadline(
                DeadlineKinds.CLARIFICATION,
                (penaltyId, dueAt, context, tx) -> clarify.unanswered(penaltyId, context, tx));
        kit.deadline(
                DeadlineKinds.PROOF_OF_CURE,
                (penaltyId, dueAt, context, tx) -> prove.unanswered(penaltyId, context, tx));
        kit.deadline(
                DeadlineKinds.INTERIM_RELIEF,
                (measureId, dueAt, context, tx) -> relieve.silence(measureId, context, tx));
    }
}
