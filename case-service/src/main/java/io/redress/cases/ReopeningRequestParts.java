package io.redress.cases;

import io.redress.cases.api.ReopeningRequestOperations;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseRules;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.app.ruling.AskToReopen;
import io.redress.cases.store.PgWaitingRequests;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.http.Operations;

/** The part of the service by which closed cases are asked to be decided anew: made here, for {@link CaseService}. */
final class ReopeningRequestParts {

    private final AskToReopen requests;

    ReopeningRequestParts(
            ServiceKit kit,
            CaseDesk desk,
            CaseFiles files,
            EventLog events,
            CaseRules rules,
            ClockFiles departments,
            EvidenceFiles evidence) {
        this.requests = new AskToReopen(
                desk,
                files,
                events,
                rules,
                departments,
                evidence,
                new PgWaitingRequests(),
                kit.runtime().ids());
    }

    void bind(Operations operations, PlatformTexts texts) {
        new ReopeningRequestOperations(requests, texts).bind(operations);
    }

    void deadlines(ServiceKit kit) {
        kit.deadline(
                CaseFiles.REOPENING_REQUEST_DUE, (caseId, due, context, tx) -> requests.lapsed(caseId, context, tx));
    }
}
