package io.redress.e2e.attack;

import java.util.Map;

/** Who holds which role in the world: people of the sample organisation, so that a rule about persons bars nobody. */
final class People {

    private static final Map<String, String> BY_ROLE = Map.ofEntries(
            Map.entry("enforcement", "enf-2"),
            Map.entry("enforcement-approver", "enf-lead"),
            Map.entry("advocate", "adv-1"),
            Map.entry("adjudicator", "adj-1"),
            Map.entry("duty-adjudicator", "adj-lead"),
            Map.entry("respondent", "enf-2"),
            Map.entry("approver", "care-vp"),
            Map.entry("rule-owner", "gov-vp"),
            Map.entry("finance", "fin-biz-1"),
            Map.entry("crisis-team", "crisis-1"),
            Map.entry("integrity", "integrity-lead"),
            Map.entry("operator", "operator-1"),
            Map.entry("machine", "marketplace"));

    /** Proposed the penalties of the world, so nobody else does. */
    static final String PROPOSER = "enf-1";

    /** Has merchant A's mandate, and no other. */
    static final String AGENCY = "agency-with-a-mandate";

    /** Has no mandate at all. */
    static final String OTHER_AGENCY = "agency-without-a-mandate";

    private People() {}

    /** A new role of the table gets a person of its own name. */
    static String of(String role) {
        return BY_ROLE.getOrDefault(role, role + "-of-the-attack");
    }
}
