package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.kit.command.Revision;
import io.redress.penalties.app.rulebook.Objections;
import io.redress.penalties.app.rulebook.RulebookDrafts;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.RulebookProblem;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.draft.Objection;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bodies about drafts of rulebooks and about objections to them. */
final class DraftViews {

    private DraftViews() {}

    record Announce(Instant effectiveFrom) {}

    record Reasons(Text reasons) {}

    record Raise(String language, String words, Optional<String> clauseId) {}

    record NoticeView(Instant announcedAt, Instant objectionsUntil, Instant effectiveFrom) {

        static NoticeView of(RulebookDraft.Notice notice) {
            return new NoticeView(notice.openedAt(), notice.objectionsUntil(), notice.effectiveFrom());
        }
    }

    /** A draft in a list. */
    record DraftSummary(
            String id,
            String status,
            int rulebookVersion,
            Instant openedAt,
            Optional<NoticeView> notice,
            Optional<Instant> endedAt,
            long version) {

        static DraftSummary of(RulebookDrafts.Summary draft) {
            return new DraftSummary(
                    draft.id(),
                    draft.status().name(),
                    draft.number(),
                    draft.openedAt(),
                    draft.notice().map(NoticeView::of),
                    draft.endedAt(),
                    draft.revision());
        }
    }

    record ProblemView(String pointer, String detail) {}

    record ObjectionCount(long open, long answered) {}

    /** A draft, whole. Names of staff and what still stands against it are shown to staff only. */
    record DraftView(
            String id,
            String status,
            RulebookForm document,
            Optional<String> openedBy,
            Instant openedAt,
            Optional<NoticeView> notice,
            Optional<Instant> endedAt,
            Optional<Text> withdrawal,
            Optional<ObjectionCount> objections,
            Optional<List<ProblemView>> problems,
            long version) {

        /** As a command leaves it. */
        static DraftView of(RulebookDraft draft, Revision revision) {
            return new DraftView(
                    draft.id(),
                    draft.status().name(),
                    draft.form(),
                    Optional.of(draft.openedBy()),
                    draft.openedAt(),
                    draft.notice().map(NoticeView::of),
                    draft.endedAt(),
                    draft.withdrawal(),
                    Optional.empty(),
                    Optional.empty(),
                    revision.version());
        }

        /** As it is read. */
        DraftView read(Objections.Count count, List<RulebookProblem> found, Caller caller) {
            boolean staff = !caller.ofMerchantSide();
            return new DraftView(
                    id,
                    status,
                    document,
                    openedBy.filter(by -> staff),
                    openedAt,
                    notice,
                    endedAt,
                    withdrawal,
                    Optional.of(new ObjectionCount(count.open(), count.answered())),
                    Optional.of(found).filter(all -> staff).map(all -> all.stream()
                            .map(problem -> new ProblemView(problem.pointer(), problem.detail()))
                            .toList()),
                    version);
        }
    }

    /** An objection; which merchant raised it is shown to that merchant and to staff only, who answered to staff only. */
    record ObjectionView(
            String id,
            String draftId,
            String status,
            Optional<String> merchantId,
            Optional<String> clauseId,
            String language,
            String words,
            Instant raisedAt,
            long supporters,
            boolean joined,
            Optional<Text> reasons,
            Optional<String> answeredBy,
            Optional<Instant> answeredAt) {

        static ObjectionView of(Objections.Seen seen, Caller caller) {
            Objection objection = seen.objection();
            boolean staff = !caller.ofMerchantSide();
            boolean own = caller.merchantId().equals(Optional.of(objection.merchantId()));
            return new ObjectionView(
                    objection.id(),
                    objection.draftId(),
                    objection.status().name(),
                    Optional.of(objection.merchantId()).filter(id -> staff || own),
                    objection.clauseId(),
                    objection.language(),
                    objection.words(),
                    objection.raisedAt(),
                    objection.supporters(),
                    seen.joined(),
                    objection.answer().map(Objection.Answer::reasons),
                    objection.answer().map(Objection.Answer::answeredBy).filter(by -> staff),
                    objection.answer().map(Objection.Answer::answeredAt));
        }
    }
}
