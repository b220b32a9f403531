package io.redress.penalties.domain.rulebook.impact;

import io.redress.penalties.domain.penalty.DecisionCap;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Tariff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A violation as a draft would have had it: its clause's tariff, or in a range the nearest points to those it asked for;
 * nothing where the draft has no such clause. Imports, and what was proposed before the period, stay as they are.
 *
 * @param asks before the cap
 * @param points after the cap of its decision, in the order of booking, the heaviest of a penalty first
 */
record Reassessed(BookedViolation booked, boolean byDraft, String bucket, int asks, boolean mayExceed, int points) {

    /** @param ofShop violations of one shop in order of booking */
    static List<Reassessed> of(List<BookedViolation> ofShop, Rulebook draft, Instant since) {
        Map<String, List<Reassessed>> decisions = new LinkedHashMap<>();
        for (BookedViolation booked : ofShop) {
            decisions
                    .computeIfAbsent(booked.decisionId(), id -> new ArrayList<>())
                    .add(assess(booked, draft, since));
        }
        return decisions.values().stream()
                .flatMap(decision -> capped(decision, draft.singleDecisionCap()).stream())
                .toList();
    }

    /** Whether the draft would leave it without punishment. */
    boolean unpunished() {
        return byDraft && asks == 0;
    }

    private static Reassessed assess(BookedViolation booked, Rulebook draft, Instant since) {
        if (booked.imported() || booked.proposedAt().isBefore(since)) {
            return new Reassessed(
                    booked, false, booked.bucket(), booked.assessed(), booked.closureEligible(), booked.points());
        }
        Optional<Clause> clause = draft.clause(booked.clauseId());
        return new Reassessed(
                booked,
                true,
                clause.map(Clause::bucket).orElse(booked.bucket()),
                clause.map(found -> given(found.tariff(), booked.assessed())).orElse(0),
                clause.map(Clause::closureEligible).orElse(false),
                0);
    }

    private static int given(Tariff tariff, int asked) {
        if (tariff instanceof Tariff.Fixed fixed) {
            return fixed.points();
        }
        Tariff.Range range = (Tariff.Range) tariff;
        return Math.max(range.min(), Math.min(range.max(), asked));
    }

    /** A decision in which nothing is judged by the draft stays as it is. */
    private static List<Reassessed> capped(List<Reassessed> decision, int cap) {
        if (decision.stream().noneMatch(Reassessed::byDraft)) {
            return decision;
        }
        List<Reassessed> inOrder = decision.stream()
                .sorted(Comparator.comparingInt((Reassessed one) -> one.booked.booking())
                        .thenComparing(Comparator.comparingInt(Reassessed::asks).reversed()))
                .toList();
        List<Integer> points =
                DecisionCap.carried(inOrder.stream().map(Reassessed::asking).toList(), cap);
        List<Reassessed> capped = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            Reassessed one = inOrder.get(i);
            capped.add(new Reassessed(one.booked, one.byDraft, one.bucket, one.asks, one.mayExceed, points.get(i)));
        }
        return capped;
    }

    private DecisionCap.Asking asking() {
        return new DecisionCap.Asking(
                booked.penaltyId(),
                asks,
                booked.imported(),
                true,
                booked.ceiling().orElse(Integer.MAX_VALUE),
                mayExceed ? (byDraft ? asks : booked.tariff()) : 0);
    }
}
