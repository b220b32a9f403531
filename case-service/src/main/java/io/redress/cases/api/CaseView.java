package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseAdmission;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.Ending;
import io.redress.cases.domain.Opening;
import io.redress.cases.domain.Proceedings;
import io.redress.cases.domain.Reply;
import io.redress.cases.domain.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A case as one person sees it; whoever adjudicates does not see evidence of hardship. */
record CaseView(
        String id,
        CaseKind kind,
        CaseStatus status,
        String merchantId,
        String shopId,
        Optional<String> penaltyId,
        Optional<SubjectView.LossView> loss,
        Optional<SubjectView.FeeView> fee,
        Optional<SubjectView.TransferView> transfer,
        Optional<SubjectView.ComplaintView> complaint,
        Optional<String> advocateId,
        Optional<String> adjudicatorId,
        Optional<String> respondentDepartment,
        boolean ownMotion,
        String openedBy,
        Instant openedAt,
        Optional<Opening.Right> openedAs,
        Optional<String> openedUnder,
        Optional<String> lateBecause,
        boolean counted,
        long policyVersion,
        Optional<WindowView> window,
        List<RequirementView> requirements,
        Optional<BriefView> brief,
        Optional<Instant> answerBy,
        Optional<AnswerView> answer,
        Optional<RulingViews.DraftView> draft,
        List<ReplyView> replies,
        Optional<RulingViews.RulingView> ruling,
        List<EffectView> effects,
        Optional<EndingView> ending,
        List<ReopeningView> reopenings,
        List<ReopeningRequestView> reopeningRequests,
        Optional<HearingView> heardTogether,
        Optional<HearingView.AloneView> heardAlone,
        List<String> nextActions,
        long version) {

    record WindowView(
            AppealWindow.Status status,
            Optional<String> statementId,
            Optional<Instant> deliveredAt,
            Optional<Instant> closesAt,
            Optional<Instant> stoppedAt,
            Optional<Instant> bouncedAt) {

        static WindowView of(AppealWindow window) {
            return new WindowView(
                    window.status(),
                    window.statement().map(AppealWindow.Statement::statementId),
                    window.deliveredAt(),
                    window.closesAt(),
                    window.stoppedAt(),
                    window.bouncedAt());
        }
    }

    record AnswerView(BilingualText text, String answeredBy, Instant answeredAt) {}

    record ReplyView(Side side, String by, String text, Instant at, boolean undertakes) {

        static ReplyView of(Reply reply) {
            return new ReplyView(reply.side(), reply.by(), reply.text(), reply.at(), reply.undertakes());
        }
    }

    record EndingView(String by, Instant at, boolean counted, Optional<BilingualText> reasons) {

        static EndingView of(Ending ending) {
            return new EndingView(ending.by(), ending.at(), ending.counted(), ending.reasons());
        }
    }

    static CaseView of(CaseResult result) {
        CaseFile file = result.file();
        Proceedings said = file.proceedings();
        SubjectView about = SubjectView.of(file.subject());
        return new CaseView(
                file.id(),
                file.kind(),
                file.status(),
                file.party().merchantId(),
                file.party().shopId(),
                file.penaltyId(),
                about.loss(),
                about.fee(),
                about.transfer(),
                about.complaint(),
                file.people().advocateId(),
                file.people().adjudicatorId(),
                file.people().respondentDepartment(),
                file.opening().ownMotion(),
                file.opening().openedBy(),
                file.opening().openedAt(),
                file.opening().right(),
                file.opening().mandate(),
                file.opening().lateBecause(),
                file.counted(),
                file.checklist().policyVersion(),
                result.window().map(WindowView::of),
                RequirementView.of(file, result.viewer()),
                said.brief().map(brief -> BriefView.of(brief, result)),
                said.answerBy(),
                said.answer().map(answer -> new AnswerView(answer.text(), answer.answeredBy(), answer.answeredAt())),
                said.draft().map(draft -> RulingViews.draft(draft, said)),
                said.replies().stream().map(ReplyView::of).toList(),
                said.ruling().map(ruling -> RulingViews.ruling(ruling, said)),
                EffectView.of(said.effects()),
                said.ending().map(EndingView::of),
                said.reopenings().stream().map(ReopeningView::of).toList(),
                ReopeningRequestView.of(result),
                HearingView.of(result),
                HearingView.AloneView.of(result),
                CaseAdmission.nextActions(file, result.viewer(), result.at()),
                result.version());
    }
}
