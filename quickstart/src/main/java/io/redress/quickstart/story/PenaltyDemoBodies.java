package io.redress.quickstart.story;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What enforcement writes in the demonstration of penalties. */
final class PenaltyDemoBodies {

    private final StoryRun run;
    private final String shop;

    PenaltyDemoBodies(StoryRun run, String shop) {
        this.run = run;
        this.shop = shop;
    }

    /** A breach of a clause on one listing, the day before. */
    Map<String, Object> breach(String clause, String listing, OffsetDateTime proposedAt, OptionalInt points) {
        return proposal(violation(clause, listing, proposedAt.minusHours(20), points), "CN");
    }

    /** The same, chosen inside the range of the clause for these factors. */
    Map<String, Object> chosen(
            String clause, String listing, OffsetDateTime proposedAt, int points, Map<String, String> factors) {
        Map<String, Object> violation = violation(clause, listing, proposedAt.minusHours(20), OptionalInt.of(points));
        violation.put("factors", factors);
        violation.put("factorReasons", "It is the first time, and what was at stake is small.");
        return proposal(violation, "CN");
    }

    /** A breach that took place after it is proposed. */
    Map<String, Object> tomorrow(String clause, String listing, OffsetDateTime proposedAt) {
        return proposal(violation(clause, listing, proposedAt.plusDays(1), OptionalInt.empty()), "CN");
    }

    /** A breach whose restriction applies in another territory. */
    Map<String, Object> in(String territory, String clause, String listing, OffsetDateTime proposedAt) {
        return proposal(violation(clause, listing, proposedAt.minusHours(20), OptionalInt.empty()), territory);
    }

    private Map<String, Object> violation(String clause, String listing, OffsetDateTime from, OptionalInt points) {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("clauseId", clause);
        points.ifPresent(chosen -> violation.put("points", chosen));
        violation.put("from", StoryRun.utc(from));
        violation.put("to", StoryRun.utc(from.plusHours(1)));
        violation.put("objects", List.of(Map.of("type", "LISTING", "id", run.own(listing))));
        violation.put("facts", Map.of("listings", List.of(run.own(listing)), "count", 1));
        return violation;
    }

    private Map<String, Object> proposal(Map<String, Object> violation, String territory) {
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("shopId", shop);
        proposal.put("departmentId", "enforcement");
        proposal.put("explanation", Map.of("zh", "该商品违反了所引用的条款。", "en", "The listing broke the clause that is cited."));
        proposal.put("automation", Map.of("detection", false, "decision", false));
        proposal.put("territory", territory);
        proposal.put("violations", List.of(violation));
        return proposal;
    }
}
