package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a request can become a case. */
public final class Requests {

    private Requests() {}

    /**
     * What is known when a request is made.
     *
     * @param policy of its kind; empty when the policy in force does not offer it
     * @param departments of those that it names, those that the organisation chart knows
     * @param duplicate whether there is a case of the same already, as the policy counts
     * @param calendar by which the window is measured
     */
    public record Known(
            Optional<KindPolicy> policy,
            long policyVersion,
            Set<String> departments,
            boolean duplicate,
            BusinessCalendar calendar) {}

    /** Opens the case, or says why it cannot be. */
    public static Outcome<CaseChange> open(
            String caseId,
            Party party,
            Request request,
            Known known,
            Actor actor,
            boolean ownMotion,
            Optional<String> lateBecause,
            Instant now) {
        boolean late =
                windowEnd(request, known).filter(until -> !now.isBefore(until)).isPresent();
        Optional<Refusal> refusal = refusal(party, request, known, late && lateBecause.isEmpty(), now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        KindPolicy policy = known.policy().orElseThrow();
        Intake intake = new Intake(
                caseId,
                party,
                request,
                policy.respondent().of(request),
                Checklist.of(known.policyVersion(), policy, request, Map.of()));
        Outcome<CaseChange> opened = Advocacy.open(intake, actor, ownMotion, now);
        return late ? LateOpening.because(opened, lateBecause.orElseThrow()) : opened;
    }

    private static Optional<Refusal> refusal(Party party, Request request, Known known, boolean tooLate, Instant now) {
        if (known.policy().isEmpty()) {
            return refuse(CaseRefusal.KIND_NOT_OFFERED, "The case policy has no cases of kind " + request.kind() + ".");
        }
        if (request.since().filter(now::isBefore).isPresent()) {
            return refuse(CaseRefusal.TIME_IN_FUTURE, "What the case is about has not happened yet.");
        }
        if (tooLate) {
            return refuse(
                    CaseRefusal.REQUEST_WINDOW_CLOSED,
                    "The time to ask for this ended at "
                            + windowEnd(request, known).orElseThrow() + ".");
        }
        Set<String> unknown = new HashSet<>(request.departments());
        unknown.removeAll(known.departments());
        if (!unknown.isEmpty()) {
            return refuse(CaseRefusal.UNKNOWN_DEPARTMENT, "The organisation has no department " + first(unknown) + ".");
        }
        if (request instanceof ShopTransfer transfer) {
            Optional<Refusal> transferred = transferRefusal(party, transfer);
            if (transferred.isPresent()) {
                return transferred;
            }
        }
        return known.duplicate() ? refuse(CaseRefusal.DUPLICATE, "There is a case of this already.") : Optional.empty();
    }

    /** When the window of a request's kind ends, exclusively; empty without an end. */
    public static Optional<Instant> windowEnd(Request request, Known known) {
        return request.since()
                .flatMap(since -> known.policy().flatMap(KindPolicy::window).map(window -> known.calendar()
                        .after(since, window)));
    }

    private static Optional<Refusal> transferRefusal(Party party, ShopTransfer transfer) {
        Set<String> named = new HashSet<>(Set.of(party.merchantId()));
        boolean twice = !named.add(transfer.transfereeId())
                || transfer.claimants().stream().anyMatch(claimant -> !named.add(claimant.id()));
        return twice
                ? refuse(
                        CaseRefusal.TRANSFER_INVALID,
                        "Owner, transferee and the potential claimants are different people, each named once.")
                : barred(transfer);
    }

    /** Refuses a transfer for as long as something keeps the shop with its owner. */
    static Optional<Refusal> barred(ShopTransfer transfer) {
        return transfer.bar()
                .map(bar -> Refusal.of(
                        CaseRefusal.TRANSFER_BARRED,
                        switch (bar) {
                            case PENALTY_PENDING -> "A penalty of the shop is pending.";
                            case CLOSURE_IN_FORCE -> "A closure of the shop is in force.";
                        }));
    }

    private static String first(Set<String> unknown) {
        return unknown.stream().sorted().findFirst().orElseThrow();
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
