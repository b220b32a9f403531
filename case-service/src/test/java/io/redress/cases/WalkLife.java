package io.redress.cases;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where one case has come to, as the page about the states tells it in words; the table of the service is not asked.
 * {@link WalkRules} says what is refused, {@link WalkEffects} what follows by itself.
 */
final class WalkLife {

    static final int ALL = Integer.MAX_VALUE;
    static final Set<String> ENDED = Set.of("CLOSED", "WITHDRAWN", "INADMISSIBLE");
    static final Set<String> DEFENDED =
            Set.of("IN_ADVOCACY", "SUBMITTED", "IN_DELIBERATION", "REPLY_WINDOW", "EXECUTING");

    /** One effect line of the ruling. */
    static final class Line {
        final String effectId;
        final String owner;
        final String subject;
        String state = "PENDING";
        Instant dueAt = Instant.MAX;
        boolean overdue;

        Line(JsonObject line) {
            this.effectId = line.getString("effectId");
            this.owner = line.getString("owner");
            this.subject = line.getString("subject");
        }

        boolean settled() {
            return state.equals("APPLIED") || state.equals("SUPERSEDED");
        }
    }

    /** One condition of the current draft. */
    static final class Condition {
        final String kind;
        final String milestoneId;
        final Instant fulfilBy;
        String state = "PENDING";

        Condition(String kind, String milestoneId, Instant fulfilBy) {
            this.kind = kind;
            this.milestoneId = milestoneId;
            this.fulfilBy = fulfilBy;
        }

        /** A verifier has three days to report. */
        Instant reportBy() {
            return fulfilBy.plus(Duration.ofDays(3));
        }
    }

    /** The draft that both sides see. */
    static final class Draft {
        String id = "";
        final String outcome;
        final int points;
        final JsonObject body;
        final Instant issuedAt;
        final List<Condition> conditions;
        final int otherwise;
        Instant repliesBy = Instant.MAX;
        List<Line> lines = List.of();
        List<Line> otherwiseLines = List.of();
        int ofMerchant;
        int ofDepartment;
        boolean undertaken;

        /**
         * @param points left when it is decided as drafted
         * @param otherwise left when a condition lapses
         */
        Draft(JsonObject body, int points, int otherwise, List<Condition> conditions, Instant issuedAt) {
            this.outcome = body.getString("outcome");
            this.body = body;
            this.points = points;
            this.otherwise = otherwise;
            this.conditions = conditions;
            this.issuedAt = issuedAt;
        }

        boolean asksForUndertaking() {
            return conditions.stream().anyMatch(condition -> condition.kind.equals("UNDERTAKING"));
        }

        boolean allFulfilled() {
            return conditions.stream().allMatch(condition -> condition.state.equals("FULFILLED"));
        }

        /** What is left of the penalty, of all that was at stake without end, once it is the ruling. */
        int left() {
            return allFulfilled() ? points : otherwise;
        }

        /** The worst that it can come to. */
        int worst() {
            return conditions.isEmpty() ? points : otherwise;
        }
    }

    /** A proposal to reopen, and what the ruling before it had left. */
    record Review(String proposedBy, String formerlyRuledBy, int formerlyLeft, String formerlyEndedBy) {}

    /** What the merchant's side has asked of the case when it was closed. */
    static final class Request {
        final String id;
        final Instant dueAt;
        boolean overdue;
        boolean takenUp;
        String answer = "";

        Request(JsonObject request) {
            this.id = request.getString("id");
            this.dueAt = request.getInstant("dueAt");
        }

        String state() {
            return answer.isEmpty() ? (takenUp ? "PROPOSED" : "OPEN") : answer;
        }
    }

    private record Term(String advocate, Instant until) {}

    final String kind;
    final WalkWindow window;
    final List<String> events = new ArrayList<>();
    final List<Review> reviews = new ArrayList<>();
    final List<Request> requests = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    final List<Line> formerLines = new ArrayList<>();

    String status = "";
    long version;
    boolean ownMotion;
    String advocate = "";
    String adjudicator = "";
    Instant askedAt = Instant.MAX;
    String briefBy = "";
    String answeredBy = "";
    Instant answerBy = Instant.MAX;
    Draft draft;
    String ruledBy = "";
    List<Line> lines = List.of();
    String endedBy = "";
    boolean reopened;
    boolean stands = true;
    boolean sibling;

    WalkLife(String kind, WalkWindow window) {
        this.kind = kind;
        this.window = window;
    }

    boolean appeal() {
        return kind.equals("PENALTY_APPEAL");
    }

    boolean ended() {
        return ENDED.contains(status);
    }

    boolean asked() {
        return !askedAt.equals(Instant.MAX);
    }

    /** The version grows by one with every command that is accepted, however many events it has. */
    void changed(String next, String... told) {
        status = next;
        version++;
        events.addAll(List.of(told));
    }

    void opened(String by, boolean onOwnMotion, Instant now) {
        ownMotion = onOwnMotion;
        window.stop(now);
        if (onOwnMotion) {
            advocate = by;
            changed("IN_ADVOCACY", "CaseOpened", "AdvocateAssigned");
        } else {
            changed("OPEN", "CaseOpened");
        }
    }

    void ended(String next, String by, String told, Instant now) {
        endedBy = by;
        changed(next, told);
        window.runOn(now);
    }

    /** Where it was, and to be claimed anew if its brief was filed. */
    void continued(String by, Instant now) {
        ownMotion = true;
        if (!advocate.equals(by)) {
            advocate = by;
        }
        adjudicator = "";
        endedBy = "";
        undecided();
        changed(!briefBy.isEmpty() ? "SUBMITTED" : "IN_ADVOCACY", "CaseContinued");
        window.stopUnlessOver(now);
    }

    Optional<Request> waiting() {
        return requests.stream().filter(request -> request.answer.isEmpty()).findFirst();
    }

    /** Whatever was asked for is granted with it. */
    void reopened(String by) {
        reopened = true;
        waiting().ifPresent(request -> request.answer = "GRANTED");
        adjudicator = by;
        undecided();
        changed("IN_DELIBERATION", "CaseReopened");
    }

    private void undecided() {
        formerLines.addAll(lines);
        draft = null;
        ruledBy = "";
        lines = List.of();
    }

    void advocateChanged(String next, Instant now) {
        terms.add(new Term(advocate, now));
        advocate = next;
        changed(status, "AdvocateChanged");
    }

    /** Who can still become the advocate: not who is, nor who adjudicates, nor whom the merchant wanted to be rid of. */
    Set<String> free() {
        Set<String> free = new HashSet<>(WalkCast.ADVOCATES);
        free.remove(advocate);
        free.remove(adjudicator);
        free.removeIf(this::wasAskedAway);
        return free;
    }

    /** Business time stands still within a round: who was replaced at the very instant of the request counts too. */
    boolean wasAskedAway(String employee) {
        return terms.stream()
                .anyMatch(
                        term -> term.advocate().equals(employee) && term.until().equals(askedAt));
    }

    /** What the last review that was confirmed allows to be left at most. */
    int most() {
        return reopened ? reviews.get(reviews.size() - 1).formerlyLeft() : ALL;
    }
}
