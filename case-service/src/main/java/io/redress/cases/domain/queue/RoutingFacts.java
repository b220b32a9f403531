package io.redress.cases.domain.queue;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.MoneyRequest;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.PenaltyViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a routing rule can know of a case: nothing that somebody wrote, and nothing sealed. What a case does not have
 * is empty, or 0.
 */
public record RoutingFacts(Map<String, Object> values) {

    /** What a fact is. */
    public enum Type {
        TEXT,
        TEXTS,
        NUMBER,
        YES_OR_NO
    }

    /** Every fact there is, with its type. */
    public static final Map<String, Type> TYPES = types();

    public RoutingFacts {
        values = Map.copyOf(values);
    }

    /** @param pastDue whether a clock of the case has lapsed and what it is for is still to be done */
    public static RoutingFacts of(CaseFile file, boolean pastDue) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", file.kind().name());
        values.put("status", file.status().name());
        values.put("language", file.party().language());
        values.put("merchantId", file.party().merchantId());
        values.put("shopId", file.party().shopId());
        values.put("department", file.people().respondentDepartment().orElse(""));
        values.put("ownMotion", file.opening().ownMotion());
        values.put("reopened", !file.proceedings().reopenings().isEmpty());
        List<PenaltyViolation> violations =
                file.penalty().map(PenaltyUnderAppeal::violations).orElse(List.of());
        values.put(
                "clauses",
                violations.stream().map(PenaltyViolation::clauseId).distinct().toList());
        values.put("violations", (long) violations.size());
        values.put(
                "points", file.penalty().map(penalty -> (long) penalty.points()).orElse(0L));
        values.put("shopClosed", file.subject().shopClosed());
        values.put("pastDue", pastDue);
        boolean money = file.subject() instanceof MoneyRequest;
        values.put(
                "amountMinor", money ? ((MoneyRequest) file.subject()).amount().amountMinor() : 0L);
        values.put("currency", money ? ((MoneyRequest) file.subject()).amount().currency() : "");
        return new RoutingFacts(values);
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        List.of("kind", "status", "language", "merchantId", "shopId", "department", "currency")
                .forEach(fact -> types.put(fact, Type.TEXT));
        List.of("violations", "points", "amountMinor").forEach(fact -> types.put(fact, Type.NUMBER));
        List.of("ownMotion", "reopened", "shopClosed", "pastDue").forEach(fact -> types.put(fact, Type.YES_OR_NO));
        types.put("clauses", Type.TEXTS);
        return Map.copyOf(types);
    }
}
