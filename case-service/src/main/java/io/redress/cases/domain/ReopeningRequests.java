package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the merchant's side does to have a closed case decided anew, and what is answered. Two adjudicators who had no part
 * in the ruling reopen it ({@link Review}); one such refuses. That nobody answers in time decides nothing.
 */
public final class ReopeningRequests {

    /** How often it can be asked in one case. */
    static final int MAX_REQUESTS = 5;

    private static final Set<String> DECIDE_OR_OVERSEE = Set.of("adjudicator", "integrity", "operator");

    private ReopeningRequests() {}

    /**
     * What is asked.
     *
     * @param files those of the case that it can name, by id
     */
    public record Content(
            Optional<Reopening.Ground> ground,
            BilingualText reasons,
            List<Evidence> evidence,
            Map<String, EvidenceFile> files) {

        public Content {
            evidence = List.copyOf(evidence);
            files = Map.copyOf(files);
        }
    }

    /** @param dueAt when it is to be answered */
    public static Outcome<CaseChange> ask(
            CaseFile file, Actor actor, String requestId, Content content, Instant dueAt, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.REQUEST_REOPENING, actor, now)
                .or(() -> contentRefusal(file, actor, content));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ReopeningRequest asked = new ReopeningRequest(
                requestId,
                content.ground().orElseThrow(),
                content.reasons(),
                content.evidence(),
                actor.ofMerchantSide() ? Correspondent.MERCHANT : Correspondent.ADVOCATE,
                actor.id(),
                now,
                dueAt,
                false,
                Optional.empty(),
                Optional.empty());
        return Outcome.done(new CaseChange(
                file.with(file.proceedings().with(asked)),
                List.of(new CaseEvent.ReopeningRequested(asked, List.of(), Optional.empty()))));
    }

    /** An adjudicator refuses it; the ruling stands. */
    public static Outcome<CaseChange> refuse(
            CaseFile file, Actor actor, String requestId, BilingualText reasons, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.REFUSE_REOPENING_REQUEST, actor, now)
                .or(() -> waiting(file, requestId).isEmpty() ? Optional.of(notRequested()) : Optional.empty())
                .or(() -> reasons.incomplete()
                        ? Optional.of(
                                Refusal.of(CaseRefusal.REASONS_MISSING, "A refusal needs its reasons in zh and in en."))
                        : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ReopeningRequest refused = waiting(file, requestId)
                .orElseThrow()
                .answered(new ReopeningRequest.Answer(false, reasons, actor.id(), now));
        return Outcome.done(new CaseChange(
                file.with(file.proceedings().with(refused)), List.of(new CaseEvent.ReopeningRequestRefused(refused))));
    }

    /** Marks a request that nobody has answered in its time; it is still to be answered. */
    public static Outcome<CaseChange> overdue(CaseFile file, Instant now) {
        Optional<ReopeningRequest> late = file.proceedings()
                .waitingRequest()
                .filter(request -> !request.overdue() && !now.isBefore(request.dueAt()))
                .map(ReopeningRequest::late);
        if (late.isEmpty()) {
            return Outcome.done(new CaseChange(file, List.of()));
        }
        if (CaseTransitions.find(file.status(), CaseCommand.REOPENING_REQUEST_OVERDUE)
                .isEmpty()) {
            return Outcome.refused(CaseAdmission.illegal(file, CaseCommand.REOPENING_REQUEST_OVERDUE));
        }
        return Outcome.done(new CaseChange(
                file.with(file.proceedings().with(late.get())),
                List.of(new CaseEvent.ReopeningRequestOverdue(late.get(), Optional.empty()))));
    }

    /** Whether the merchant's side can ask for this case to be decided anew, now or once what it has asked is answered. */
    static boolean possible(CaseFile file) {
        return CaseTransitions.find(file.status(), CaseCommand.REQUEST_REOPENING)
                        .isPresent()
                && Review.canGain(file)
                && withinLimits(file);
    }

    /** Whoever answers for the department learns of a request from the reopening alone. */
    public static boolean seenBy(CaseFile file, Actor viewer) {
        boolean decides = viewer.hasAnyOf(DECIDE_OR_OVERSEE) && !CaseAdmission.concerned(file, viewer);
        return viewer.ofMerchantSide() || file.people().advocate(viewer.id()) || decides;
    }

    /** A request that can only be refused is not asked for. */
    static boolean withinLimits(CaseFile file) {
        return Review.withinLimit(file) && file.proceedings().requests().size() < MAX_REQUESTS;
    }

    /** The request of this id, while it waits for an answer. */
    static Optional<ReopeningRequest> waiting(CaseFile file, String requestId) {
        return file.proceedings().waitingRequest().filter(request -> request.requestId()
                .equals(requestId));
    }

    static Refusal notRequested() {
        return Refusal.of(
                CaseRefusal.REOPENING_NOT_REQUESTED, "The case has no such request, or it was answered already.");
    }

    private static Optional<Refusal> contentRefusal(CaseFile file, Actor actor, Content content) {
        if (content.ground().isEmpty()) {
            return Optional.of(Refusal.of(CaseRefusal.GROUNDS_MISSING, "A request to reopen names its ground."));
        }
        return reasonsRefusal(actor, content.reasons())
                .or(() -> EvidenceRules.asking(content.evidence(), content.files()))
                .or(() -> newnessRefusal(file, content));
    }

    private static Optional<Refusal> reasonsRefusal(Actor actor, BilingualText reasons) {
        boolean own = actor.ofMerchantSide();
        boolean missing = own ? reasons.zh().isBlank() && reasons.en().isBlank() : reasons.incomplete();
        return missing
                ? Optional.of(Refusal.of(
                        CaseRefusal.REASONS_MISSING,
                        own
                                ? "Say why the case is to be decided anew, in either language."
                                : "To ask for a case to be decided anew needs reasons in zh and in en."))
                : Optional.empty();
    }

    private static Optional<Refusal> newnessRefusal(CaseFile file, Content content) {
        boolean asserted = content.ground().equals(Optional.of(Reopening.Ground.NEW_EVIDENCE));
        return asserted && content.evidence().stream().noneMatch(piece -> isNew(file, piece, content.files()))
                ? Optional.of(Refusal.of(
                        CaseRefusal.NEW_EVIDENCE_MISSING,
                        "New evidence is a file or a reference that was not put forward before the ruling."))
                : Optional.empty();
    }

    /** Whether the ruling could not have rested on it: neither was it cited before, nor filed. */
    private static boolean isNew(CaseFile file, Evidence piece, Map<String, EvidenceFile> files) {
        Ruling ruling = file.proceedings().ruling().orElseThrow();
        boolean cited = file.proceedings()
                        .brief()
                        .filter(brief -> brief.evidence().contains(piece.reference()))
                        .isPresent()
                || file.checklist().evidence().stream()
                        .anyMatch(named -> named.reference().equals(piece.reference()))
                || ruling.violations().stream()
                        .anyMatch(violation -> violation.facts().contains(piece.reference()));
        boolean filedBefore = piece.file()
                && files.get(piece.reference())
                        .filing()
                        .filter(filing -> !filing.at().isAfter(ruling.ruledAt()))
                        .isPresent();
        return !cited && !filedBefore;
    }
}
