package io.redress.cases;

import io.redress.cases.api.HearingOperations;
import io.redress.cases.api.UseCases;
import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseRules;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.advocacy.AdvocatePanels;
import io.redress.cases.app.argument.LeaveHearing;
import io.redress.cases.app.joint.AnswerTogether;
import io.redress.cases.app.joint.DraftTogether;
import io.redress.cases.app.joint.JoinCases;
import io.redress.cases.app.joint.ReadJoined;
import io.redress.cases.app.joint.RuleTogether;
import io.redress.cases.app.queue.QueueGate;
import io.redress.cases.store.PgJoinedCases;
import io.redress.kit.http.Operations;
import io.redress.kit.text.RemotePhrases;

/** The part of the service by which similar cases are heard together: made and bound here, for {@link CaseService}. */
final class JointHearings {

    private JointHearings() {}

    /** @param use the same use cases decide a case alone and in company */
    static void bind(
            Operations operations,
            UseCases use,
            CaseFiles files,
            EventLog events,
            Actors actors,
            CaseDesk desk,
            CaseRules rules,
            AdvocatePanels panels,
            QueueGate gate,
            RemotePhrases sealedTerms) {
        PgJoinedCases joined = new PgJoinedCases();
        new HearingOperations(
                        new JoinCases(files, events, actors, rules, panels, joined, gate),
                        new LeaveHearing(desk),
                        new AnswerTogether(desk, use.fileAnswer(), joined),
                        new DraftTogether(use.issueDraft(), desk, joined),
                        new RuleTogether(use.issueRuling(), desk, joined),
                        new ReadJoined(desk, joined),
                        new PlatformTexts(sealedTerms::scanner))
                .bind(operations);
    }
}
