package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Something to be proved in one case.
 *
 * @param about the violation or the claimant that it is about, where the policy asks for each
 * @param entry what was said last; empty while it is OPEN from the start
 */
public record Requirement(String id, RequirementRule rule, Optional<String> about, Optional<Entry> entry) {

    /**
     * What the case's advocate says of a requirement.
     *
     * @param evidence what it is proved by
     * @param reasons why it is substituted, waived or impossible
     */
    public record Entry(
            RequirementState state,
            Optional<Evidence> evidence,
            Optional<BilingualText> reasons,
            String by,
            Instant at) {}

    public RequirementState state() {
        return entry.map(Entry::state).orElse(RequirementState.OPEN);
    }

    /** What an entry lacks, or has too much of; empty when it is whole. */
    Optional<String> missing(Entry said) {
        boolean named = said.evidence().filter(this::proves).isPresent();
        boolean reasoned = said.reasons().filter(text -> !text.incomplete()).isPresent();
        boolean hardship = said.evidence().filter(Evidence::hardship).isPresent();
        if (hardship) {
            return Optional.of("Hardship proves no requirement.");
        }
        return switch (said.state()) {
            case PROVIDED -> named ? Optional.empty() : Optional.of("PROVIDED names evidence of a kind in provedBy.");
            case SUBSTITUTED ->
                said.evidence().isPresent() && !named && reasoned
                        ? Optional.empty()
                        : Optional.of("SUBSTITUTED names evidence of another kind, with reasons in zh and en.");
            case WAIVED, IMPOSSIBLE ->
                said.evidence().isEmpty() && reasoned
                        ? Optional.empty()
                        : Optional.of(said.state() + " has reasons in zh and en, and no evidence.");
            case OPEN -> said.evidence().isEmpty() ? Optional.empty() : Optional.of("OPEN has no evidence.");
        };
    }

    private boolean proves(Evidence evidence) {
        return rule.provedBy().contains(evidence.kind());
    }

    Requirement with(Entry said) {
        return new Requirement(id, rule, about, Optional.of(said));
    }
}
