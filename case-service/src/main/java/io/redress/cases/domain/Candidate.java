package io.redress.cases.domain;

import java.util.Map;
import java.util.Set;

/**
 * Somebody who may become the advocate of one case.
 *
 * @param listed whether the advocacy document has this employee; only those are chosen by the rule
 * @param capacity percent of a whole advocate's time
 * @param open how many cases that have not ended this advocate has, by status
 * @param relations declared, to the shop or the merchant of the case
 * @param absent at the time of the choice
 * @param former whether this is the advocate of the case, or was until the merchant asked for another
 */
public record Candidate(
        String id,
        boolean listed,
        Set<String> languages,
        int capacity,
        Map<CaseStatus, Integer> open,
        Set<Relation> relations,
        boolean absent,
        boolean former,
        ReportingLine line) {

    private static final long WHOLE = 100;

    public Candidate {
        languages = Set.copyOf(languages);
        open = Map.copyOf(open);
        relations = Set.copyOf(relations);
    }

    /** Work at hand in hundredths of an open case that waits for others, as if the advocate's time were whole. */
    public long load() {
        long weight = open.entrySet().stream()
                .mapToLong(each -> (long) weight(each.getKey()) * each.getValue())
                .sum();
        return weight * WHOLE * WHOLE / capacity;
    }

    public int openCases() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A brief to be written is the most work; a draft to be answered comes next. */
    private static int weight(CaseStatus status) {
        return switch (status) {
            case OPEN, IN_ADVOCACY, REOPENED -> 3;
            case REPLY_WINDOW -> 2;
            case SUBMITTED, IN_DELIBERATION, RULED, CONDITIONAL, EXECUTING -> 1;
            case CLOSED, WITHDRAWN, INADMISSIBLE -> 0;
        };
    }
}
