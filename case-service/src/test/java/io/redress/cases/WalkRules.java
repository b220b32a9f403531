package io.redress.cases;

import io.redress.cases.WalkCast.Who;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is refused in a walk and with which code, by hand from the words of the page about the states. */
final class WalkRules {

    private static final Set<String> ADJUDICATES =
            Set.of("claim", "draft-rulings", "rulings", "inadmissible", "refusals", "reopen", "reopening-decisions");

    private static final Map<String, String> ANSWERING = Map.of(
            "PENALTY_APPEAL", "enforcement",
            "COMPENSATION", "technology",
            "FEE_RELIEF", "campaigns",
            "SHOP_TRANSFER", "governance",
            "COMPLAINT", "enforcement");

    /** Who is above the people of a department that answers. */
    private static final Map<String, Set<String>> ABOVE = Map.of(
            "enforcement", Set.of("gov-vp"),
            "technology", Set.of(),
            "campaigns", Set.of(),
            "governance", Set.of());

    private static final int MOST_REPLIES = 10;
    private static final int MOST_REOPENINGS = 5;
    private static final int MOST_REQUESTS = 5;
    private static final Set<String> DECIDE_OR_OVERSEE = Set.of("adjudicator", "integrity", "operator");

    private final WalkLife life;

    WalkRules(WalkLife life) {
        this.life = life;
    }

    /** Every operation that this person could call now, whatever it would say. */
    Set<String> nextActions(Who who, Instant now) {
        Set<String> actions = new TreeSet<>();
        WalkGrid.OPERATIONS.forEach((command, operation) -> {
            if (WalkGrid.mayCall(who, command) && admission(command, who, now).isEmpty()) {
                actions.add(operation);
            }
        });
        return actions;
    }

    /** The code by which a command is refused whatever it says; empty when it is not. */
    String admission(String command, Who who, Instant now) {
        if (ADJUDICATES.contains(command) && ownCause(who)) {
            return "own-cause";
        }
        if (!WalkGrid.legal(command, life.status)) {
            return "illegal-transition";
        }
        boolean theAdvocate = life.advocate.equals(who.id());
        return switch (command) {
            case "requirements", "briefs" -> theAdvocate ? "" : "not-the-advocate";
            case "withdraw" -> theAdvocate || who.ofMerchantSide() ? "" : "not-the-advocate";
            case "advocate-reassignments" -> theAdvocate || who.role().equals("operator") ? "" : "not-the-advocate";
            case "advocate-changes" -> life.asked() ? "advocate-change-used" : "";
            case "claim" -> tookPart(who) ? "own-cause" : "";
            case "inadmissible" -> inadmissible(who);
            case "answers" -> answer(who);
            case "draft-rulings" -> draft(who, now);
            case "replies" -> reply(who, now);
            case "rulings" -> ruling(who, now);
            case "reopening-requests" -> asking(who);
            case "refusals" -> tookPart(who) ? "own-cause" : life.waiting().isEmpty() ? "reopening-not-requested" : "";
            case "reopen" -> reopening(who);
            case "reopening-decisions" -> tookPart(who) ? "own-cause" : "";
            case "continue" -> continuing(theAdvocate);
            default -> "";
        };
    }

    /** Proposer, advocate, who has argued before, and for a request the people of the departments that it names. */
    private boolean ownCause(Who who) {
        return Stream.of(life.advocate, life.briefBy, life.answeredBy).anyMatch(who.id()::equals) || concerned(who);
    }

    boolean concerned(Who who) {
        return (life.appeal() && who.id().equals(WalkCast.PROPOSER)) || named().contains(who.department());
    }

    private Set<String> named() {
        return switch (life.kind) {
            case "COMPENSATION" -> Set.of("technology", "campaigns");
            case "FEE_RELIEF" -> Set.of("campaigns");
            case "COMPLAINT" -> Set.of("enforcement");
            default -> Set.of();
        };
    }

    private boolean tookPart(Who who) {
        return life.ruledBy.equals(who.id())
                || life.reviews.stream()
                        .anyMatch(review -> review.proposedBy().equals(who.id())
                                || review.formerlyRuledBy().equals(who.id()));
    }

    private String inadmissible(Who who) {
        if (life.status.equals("SUBMITTED")) {
            return tookPart(who) ? "own-cause" : "";
        }
        return life.adjudicator.equals(who.id()) ? "" : "not-the-adjudicator";
    }

    /** Why this person does not speak for the department. */
    private String respondent(Who who) {
        if (life.advocate.equals(who.id()) || life.adjudicator.equals(who.id())) {
            return "own-cause";
        }
        Set<String> departments = new HashSet<>(named());
        departments.add(ANSWERING.get(life.kind));
        boolean ofOne = departments.contains(who.department());
        return ofOne && WalkGrid.mayCall(who, "answers") ? "" : "not-the-respondent";
    }

    private String answer(Who who) {
        String respondent = respondent(who);
        return respondent.isEmpty() && !life.answeredBy.isEmpty() ? "duplicate" : respondent;
    }

    private String draft(Who who, Instant now) {
        if (!life.adjudicator.equals(who.id())) {
            return "not-the-adjudicator";
        }
        boolean heard = !life.answeredBy.isEmpty() || !now.isBefore(life.answerBy);
        return life.status.equals("IN_DELIBERATION") && !heard ? "answer-window-open" : "";
    }

    boolean speaksForMerchant(Who who) {
        return who.ofMerchantSide() || life.advocate.equals(who.id());
    }

    private String reply(Who who, Instant now) {
        String side = speaksForMerchant(who) ? "" : respondent(who);
        return side.isEmpty() && !now.isBefore(life.draft.repliesBy) ? "reply-window-closed" : side;
    }

    /** What a reply that may be filed says too much. */
    String replied(Who who, boolean undertakes) {
        int before = speaksForMerchant(who) ? life.draft.ofMerchant : life.draft.ofDepartment;
        if (before >= MOST_REPLIES) {
            return "reply-limit-reached";
        }
        boolean can = who.ofMerchantSide() && life.draft.asksForUndertaking();
        return undertakes && !can ? "undertaking-invalid" : "";
    }

    private String ruling(Who who, Instant now) {
        if (!life.adjudicator.equals(who.id())) {
            return "not-the-adjudicator";
        }
        boolean both = life.draft.ofMerchant > 0 && life.draft.ofDepartment > 0;
        if (!both && now.isBefore(life.draft.repliesBy)) {
            return "reply-window-open";
        }
        return life.draft.asksForUndertaking() && !life.draft.undertaken ? "undertaking-not-given" : "";
    }

    /** Who sees what was asked about a closed case: not those who answer for the department. */
    boolean seesRequests(Who who) {
        return speaksForMerchant(who) || DECIDE_OR_OVERSEE.contains(who.role()) && !concerned(who);
    }

    private boolean nothingToGain() {
        return life.kind.equals("SHOP_TRANSFER") || life.draft.left() == 0;
    }

    private String asking(Who who) {
        if (!speaksForMerchant(who)) {
            return "not-the-advocate";
        }
        if (nothingToGain()) {
            return "worse-off";
        }
        if (life.waiting().isPresent()) {
            return "duplicate";
        }
        boolean tooOften = life.reviews.size() >= MOST_REOPENINGS || life.requests.size() >= MOST_REQUESTS;
        return tooOften ? "reopening-limit-reached" : "";
    }

    private String reopening(Who who) {
        if (tookPart(who)) {
            return "own-cause";
        }
        if (nothingToGain()) {
            return "worse-off";
        }
        return life.reviews.size() >= MOST_REOPENINGS ? "reopening-limit-reached" : "";
    }

    private String continuing(boolean theAdvocate) {
        if (!life.advocate.isEmpty() && !theAdvocate) {
            return "not-the-advocate";
        }
        return life.ownMotion && !life.endedBy.equals(life.advocate) ? "merchant-opted-out" : "";
    }

    /** Whoever stands against the case has no say in who defends; asked before anything else. */
    boolean hasNoSay(Who who) {
        return !life.advocate.isEmpty() && standsAgainst(who);
    }

    /** Who answers for it or is named as liable, or is above one of them. */
    boolean standsAgainst(Who who) {
        Set<String> against = new HashSet<>(named());
        against.add(ANSWERING.get(life.kind));
        return against.contains(who.department())
                || life.answeredBy.equals(who.id())
                || against.stream().anyMatch(department -> ABOVE.get(department).contains(who.id()));
    }
}
