package io.redress.cases.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A complaint about what a department did, or, by a brand owner, about its decision to do nothing.
 *
 * @param about the department complained of
 * @param noAction the decision to take no action, if it is about one
 */
public record Complaint(String about, Optional<NoAction> noAction, String description) implements Request {

    /**
     * A decision to take no action on a report.
     *
     * @param reference that names the decision or the report
     */
    public record NoAction(String reference, Instant decidedAt) {}

    @Override
    public CaseKind kind() {
        return CaseKind.COMPLAINT;
    }

    @Override
    public String itemId() {
        return "complaint";
    }

    @Override
    public Optional<Instant> since() {
        return noAction.map(NoAction::decidedAt);
    }

    @Override
    public Set<String> said() {
        Set<String> said = new HashSet<>(Set.of("about", "description"));
        noAction.ifPresent(decision -> {
            said.add("noAction");
            said.add(decision.reference());
        });
        return said;
    }

    @Override
    public Set<String> departments() {
        return Set.of(about);
    }
}
