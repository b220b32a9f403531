package io.redress.penalties;

import io.redress.kit.boot.ServiceKit;
import io.redress.penalties.api.HearingApi;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.app.hearing.ClarifyFacts;
import io.redress.penalties.app.hearing.RelieveMeasure;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.store.PgHearings;

/** The part of the composition root that is about how merchants are heard before and under a measure. */
record Hearings(ClarifyFacts clarify, RelieveMeasure relieve, HearingApi api) {

    static Hearings of(PenaltyServiceConfig config, ShopFiles files, ShopJournal journal, Seals seals, IdSource ids) {
        ClarifyFacts clarify = new ClarifyFacts(files, journal, ids, config.clarificationAnswerWithin());
        RelieveMeasure relieve = new RelieveMeasure(files, journal, seals.members(), ids);
        HearingApi api =
                new HearingApi(clarify, relieve, files, PgHearings::clarifications, PgHearings::reliefs, seals.texts());
        return new Hearings(clarify, relieve, api);
    }

    void deadlines(ServiceKit kit) {
        kit.deadline(
                DeadlineKinds.CLARIFICATION,
                (penaltyId, dueAt, context, tx) -> clarify.unanswered(penaltyId, context, tx));
        kit.deadline(
                DeadlineKinds.INTERIM_RELIEF,
                (measureId, dueAt, context, tx) -> relieve.silence(measureId, context, tx));
    }
}
