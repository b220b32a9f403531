package io.redress.cases.api;

import io.redress.cases.app.advocacy.AdvocateRecords;
import io.redress.cases.app.advocacy.ReadAdvocacy;
import io.redress.cases.domain.AdvocatePanel;
import io.redress.cases.domain.Conflict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What staff see of those who may defend, and the merchant of those who did. */
final class AdvocateViews {

    record Items<T>(List<T> items) {}

    record CandidateView(
            String employeeId,
            List<String> languages,
            int capacity,
            int openCases,
            long load,
            List<Conflict> conflicts) {

        static CandidateView of(AdvocatePanel.Assessed assessed) {
            return new CandidateView(
                    assessed.candidate().id(),
                    assessed.candidate().languages().stream().sorted().toList(),
                    assessed.candidate().capacity(),
                    assessed.candidate().openCases(),
                    assessed.candidate().load(),
                    assessed.conflicts().stream().sorted().toList());
        }
    }

    record RequestView(String askedBy, Optional<String> reason, Instant at) {

        static RequestView of(AdvocateRecords.Request request) {
            return new RequestView(request.askedBy(), request.reason(), request.at());
        }
    }

    record ChangesView(List<AdvocateRecords.Term> terms, Optional<RequestView> request) {}

    private AdvocateViews() {}

    static Items<CandidateView> candidates(List<AdvocatePanel.Assessed> assessed) {
        return new Items<>(assessed.stream().map(CandidateView::of).toList());
    }

    static ChangesView changes(ReadAdvocacy.History history) {
        return new ChangesView(history.terms(), history.request().map(RequestView::of));
    }
}
