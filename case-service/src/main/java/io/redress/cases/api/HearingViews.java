package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.app.joint.AnswerTogether;
import io.redress.cases.app.joint.JoinCases;
import io.redress.cases.app.joint.MemberResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.Hearing;
import io.redress.cases.domain.Ruling;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What staff are answered about cases that are heard together. */
final class HearingViews {

    record WrongView(String pointer, String detail) {}

    record RefusedView(String code, String detail, Optional<List<WrongView>> errors) {

        static RefusedView of(Refusal refusal) {
            List<WrongView> wrong = refusal.wrong().stream()
                    .map(one -> new WrongView(one.pointer(), one.detail()))
                    .toList();
            return new RefusedView(
                    refusal.code().code(), refusal.detail(), Optional.of(wrong).filter(all -> !all.isEmpty()));
        }
    }

    /** What came of one case of the call: where it stands now, or why not. */
    record ResultView(
            String caseId,
            Optional<CaseStatus> status,
            Optional<Long> version,
            Optional<String> draftId,
            Optional<Instant> repliesBy,
            Optional<String> rulingId,
            Optional<RefusedView> refused) {

        static List<ResultView> of(List<MemberResult> results) {
            return results.stream().map(ResultView::of).toList();
        }

        private static ResultView of(MemberResult result) {
            Optional<CaseResult> done = result.done();
            Optional<Draft> draft = done.flatMap(one -> one.file().proceedings().draft());
            return new ResultView(
                    result.caseId(),
                    done.map(one -> one.file().status()),
                    done.map(CaseResult::version),
                    draft.map(Draft::draftId),
                    draft.map(Draft::repliesBy),
                    done.flatMap(one -> one.file().proceedings().ruling()).map(Ruling::rulingId),
                    result.refusal().map(RefusedView::of));
        }
    }

    record JoinedView(
            String leadId, Optional<BilingualText> question, int members, long version, List<ResultView> results) {

        static JoinedView of(JoinCases.Joined joined) {
            return new JoinedView(
                    joined.lead().file().id(),
                    joined.lead().file().hearing().group().map(Hearing.Group::question),
                    joined.members(),
                    joined.lead().version(),
                    ResultView.of(joined.results()));
        }
    }

    record ResultsView(List<ResultView> results, Optional<String> next) {

        static ResultsView of(List<MemberResult> results) {
            return new ResultsView(ResultView.of(results), Optional.empty());
        }

        static ResultsView of(AnswerTogether.Answered answered) {
            return new ResultsView(ResultView.of(answered.results()), answered.next());
        }
    }

    private HearingViews() {}
}
