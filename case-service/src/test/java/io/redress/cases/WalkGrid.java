package io.redress.cases;

import io.redress.cases.WalkCast.Who;
import java.util.Map;
import java.util.Set;

/** The commands of the walks by the last part of their paths: who may call each, where it is legal, what it is called. */
final class WalkGrid {

    private static final Set<String> MERCHANT_SIDE = Set.of("merchant", "delegate", "agency");

    /** Who may call what, by the last part of the path. */
    private static final Map<String, Set<String>> ROLES = Map.ofEntries(
            Map.entry("advocate", Set.of("advocate", "operator")),
            Map.entry("requirements", Set.of("advocate")),
            Map.entry("briefs", Set.of("advocate")),
            Map.entry("claim", Set.of("adjudicator")),
            Map.entry("answers", Set.of("respondent", "enforcement")),
            Map.entry("draft-rulings", Set.of("adjudicator")),
            Map.entry("replies", Set.of("merchant", "delegate", "agency", "advocate", "respondent", "enforcement")),
            Map.entry("rulings", Set.of("adjudicator")),
            Map.entry("withdraw", Set.of("merchant", "delegate", "agency", "advocate")),
            Map.entry("continue", Set.of("advocate")),
            Map.entry("inadmissible", Set.of("adjudicator")),
            Map.entry("reopening-requests", Set.of("merchant", "delegate", "agency", "advocate")),
            Map.entry("refusals", Set.of("adjudicator")),
            Map.entry("reopen", Set.of("adjudicator")),
            Map.entry("reopening-decisions", Set.of("adjudicator")),
            Map.entry("advocate-changes", MERCHANT_SIDE),
            Map.entry(
                    "advocate-reassignments",
                    Set.of("advocate", "operator", "respondent", "enforcement", "enforcement-approver")));

    private static final Set<String> ARGUED = Set.of("IN_ADVOCACY", "SUBMITTED", "IN_DELIBERATION", "REPLY_WINDOW");

    private static final Map<String, Set<String>> LEGAL = Map.ofEntries(
            Map.entry("advocate", Set.of("OPEN")),
            Map.entry("requirements", ARGUED),
            Map.entry("briefs", Set.of("IN_ADVOCACY")),
            Map.entry("claim", Set.of("SUBMITTED")),
            Map.entry("answers", Set.of("IN_DELIBERATION")),
            Map.entry("draft-rulings", Set.of("IN_DELIBERATION", "REPLY_WINDOW")),
            Map.entry("replies", Set.of("REPLY_WINDOW")),
            Map.entry("rulings", Set.of("REPLY_WINDOW")),
            Map.entry("withdraw", Set.of("OPEN", "IN_ADVOCACY", "SUBMITTED", "IN_DELIBERATION", "REPLY_WINDOW")),
            Map.entry("continue", Set.of("WITHDRAWN")),
            Map.entry("inadmissible", Set.of("SUBMITTED", "IN_DELIBERATION")),
            Map.entry("reopening-requests", Set.of("CLOSED")),
            Map.entry("refusals", Set.of("CLOSED")),
            Map.entry("reopen", Set.of("CLOSED")),
            Map.entry("reopening-decisions", Set.of("REOPENED")),
            Map.entry("advocate-changes", ARGUED),
            Map.entry("advocate-reassignments", WalkLife.DEFENDED));

    /** The commands, each with the operation that the case names among its next actions. */
    static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("advocate", "assignAdvocate"),
            Map.entry("requirements", "changeRequirement"),
            Map.entry("briefs", "fileBrief"),
            Map.entry("claim", "claimCase"),
            Map.entry("answers", "fileAnswer"),
            Map.entry("draft-rulings", "issueDraftRuling"),
            Map.entry("replies", "fileReply"),
            Map.entry("rulings", "issueRuling"),
            Map.entry("withdraw", "withdrawCase"),
            Map.entry("continue", "continueCase"),
            Map.entry("inadmissible", "declareInadmissible"),
            Map.entry("reopening-requests", "requestReopening"),
            Map.entry("refusals", "refuseReopeningRequest"),
            Map.entry("reopen", "reopenCase"),
            Map.entry("reopening-decisions", "decideReopening"),
            Map.entry("advocate-changes", "changeAdvocate"),
            Map.entry("advocate-reassignments", "reassignAdvocate"));

    private WalkGrid() {}

    static boolean mayCall(Who who, String command) {
        return ROLES.get(command).contains(who.role());
    }

    static boolean legal(String command, String status) {
        return LEGAL.get(command).contains(status);
    }
}
