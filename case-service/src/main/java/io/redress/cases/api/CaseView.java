package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Brief;
import io.redress.cases.domain.CaseAdmission;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.Ending;
import io.redress.cases.domain.Ground;
import io.redress.cases.domain.Opening;
import io.redress.cases.domain.Proceedings;
import io.redress.cases.domain.Reply;
import io.redress.cases.domain.Ruling;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.Side;
import io.redress.cases.domain.ViolationRuling;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
        boolean counted,
        long policyVersion,
        Optional<WindowView> window,
        List<RequirementView> requirements,
        Optional<BriefView> brief,
        Optional<Instant> answerBy,
        Optional<AnswerView> answer,
        Optional<DraftView> draft,
        List<ReplyView> replies,
        Optional<RulingView> ruling,
        List<EffectView> effects,
        Optional<EndingView> ending,
        List<ReopeningView> reopenings,
        Optional<HearingView> heardTogether,
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

    record BriefView(String id, String advocateId, String relief, List<BriefPointView> violations, Instant filedAt) {}

    record BriefPointView(
            String violationId, List<Ground> grounds, BilingualText argument, List<EvidenceView> evidence) {}

    record EvidenceView(String kind, String reference) {}

    record AnswerView(BilingualText text, String answeredBy, Instant answeredAt) {}

    record AmountView(String amountMinor, String currency) {}

    record ViolationRulingView(String violationId, RulingOutcome outcome, BilingualText reasons, List<String> facts) {

        static List<ViolationRulingView> of(List<ViolationRuling> rulings) {
            return rulings.stream()
                    .map(ruling -> new ViolationRulingView(
                            ruling.violationId(), ruling.outcome(), ruling.reasons(), ruling.facts()))
                    .toList();
        }
    }

    record DraftView(
            String id,
            RulingOutcome outcome,
            Optional<Integer> points,
            Optional<AmountView> moneyBack,
            List<ViolationRulingView> violations,
            List<EffectView> effects,
            String issuedBy,
            Instant issuedAt,
            Instant repliesBy,
            Optional<TermsView> terms) {}

    record ReplyView(Side side, String by, String text, Instant at, boolean undertakes) {

        static ReplyView of(Reply reply) {
            return new ReplyView(reply.side(), reply.by(), reply.text(), reply.at(), reply.undertakes());
        }
    }

    record RulingView(
            String id,
            String draftId,
            RulingOutcome outcome,
            List<ViolationRulingView> violations,
            String ruledBy,
            Instant ruledAt) {}

    record TargetView(
            Optional<Integer> points,
            Optional<String> state,
            Optional<String> amountMinor,
            Optional<String> currency,
            Optional<String> ownerId) {}

    record EffectView(
            String effectId,
            String owner,
            String kind,
            String subject,
            TargetView target,
            String state,
            Optional<String> reason,
            Optional<Instant> dueAt,
            boolean overdue) {

        static List<EffectView> of(List<EffectLine> lines) {
            return lines.stream().map(EffectView::of).toList();
        }

        private static EffectView of(EffectLine line) {
            TargetView target = new TargetView(
                    line.target().points(),
                    line.target().state(),
                    line.target().amount().map(amount -> Long.toString(amount.amountMinor())),
                    line.target().amount().map(amount -> amount.currency()),
                    line.target().ownerId());
            return new EffectView(
                    line.effectId(),
                    line.owner().name().toLowerCase(Locale.ROOT),
                    line.kind().name(),
                    line.subject(),
                    target,
                    line.state().name(),
                    line.reason(),
                    line.dueAt(),
                    line.overdue());
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
                file.counted(),
                file.checklist().policyVersion(),
                result.window().map(WindowView::of),
                RequirementView.of(file, result.viewer()),
                said.brief().map(brief -> brief(brief, hidesHardship(result))),
                said.answerBy(),
                said.answer().map(answer -> new AnswerView(answer.text(), answer.answeredBy(), answer.answeredAt())),
                said.draft().map(CaseView::draft),
                said.replies().stream().map(ReplyView::of).toList(),
                said.ruling().map(CaseView::ruling),
                EffectView.of(said.effects()),
                said.ending().map(EndingView::of),
                said.reopenings().stream().map(ReopeningView::of).toList(),
                HearingView.of(result),
                CaseAdmission.nextActions(file, result.viewer(), result.at()),
                result.version());
    }

    private static boolean hidesHardship(CaseResult result) {
        String viewer = result.viewer().id();
        return result.viewer().roles().contains("adjudicator")
                && !result.file().people().advocate(viewer);
    }

    private static BriefView brief(Brief brief, boolean hidesHardship) {
        List<BriefPointView> points = brief.points().stream()
                .map(point -> new BriefPointView(
                        point.violationId(),
                        point.grounds(),
                        point.argument(),
                        point.evidence().stream()
                                .filter(evidence -> !(hidesHardship && evidence.hardship()))
                                .map(evidence -> new EvidenceView(evidence.kind(), evidence.reference()))
                                .toList()))
                .toList();
        return new BriefView(brief.briefId(), brief.advocateId(), brief.relief(), points, brief.filedAt());
    }

    private static DraftView draft(Draft draft) {
        return new DraftView(
                draft.draftId(),
                draft.outcome(),
                draft.points(),
                draft.moneyBack().map(money -> new AmountView(Long.toString(money.amountMinor()), money.currency())),
                ViolationRulingView.of(draft.violations()),
                EffectView.of(draft.effects()),
                draft.issuedBy(),
                draft.issuedAt(),
                draft.repliesBy(),
                draft.terms().map(TermsView::of));
    }

    private static RulingView ruling(Ruling ruling) {
        return new RulingView(
                ruling.rulingId(),
                ruling.draftId(),
                ruling.outcome(),
                ViolationRulingView.of(ruling.violations()),
                ruling.ruledBy(),
                ruling.ruledAt());
    }
}
