package io.redress.cases.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the policy says of a case, by the version under which it was opened: what is to be proved, and what a ruling can
 * change.
 *
 * @param policyVersion 0 until a policy was set
 * @param effects the kinds of effect lines that a ruling can have
 */
public record Checklist(long policyVersion, Set<EffectKind> effects, List<Requirement> requirements) {

    public Checklist {
        effects = Set.copyOf(effects);
        requirements = List.copyOf(requirements);
    }

    /** Of a kind that the policy says nothing about: nothing is to be proved, and everything can follow. */
    public static Checklist none(long policyVersion) {
        return new Checklist(policyVersion, EnumSet.allOf(EffectKind.class), List.of());
    }

    /** By a kind's rules; those that ask for each violation or claimant are there once for each. */
    public static Checklist of(
            long policyVersion, KindPolicy policy, Subject subject, Map<String, Requirement.Entry> said) {
        List<Requirement> all = new ArrayList<>();
        for (RequirementRule rule : policy.requirements()) {
            for (Requirement requirement : expanded(rule, subject)) {
                Optional<Requirement.Entry> entry = Optional.ofNullable(said.get(requirement.id()));
                all.add(entry.map(requirement::with).orElse(requirement));
            }
        }
        return new Checklist(policyVersion, policy.effects(), all);
    }

    public Optional<Requirement> find(String requirementId) {
        return requirements.stream()
                .filter(requirement -> requirement.id().equals(requirementId))
                .findFirst();
    }

    /** What is named for its requirements so far. */
    public List<Evidence> evidence() {
        return requirements.stream()
                .flatMap(requirement -> requirement.entry().stream())
                .flatMap(entry -> entry.evidence().stream())
                .toList();
    }

    Checklist with(Requirement changed) {
        return new Checklist(
                policyVersion,
                effects,
                requirements.stream()
                        .map(one -> one.id().equals(changed.id()) ? changed : one)
                        .toList());
    }

    private static List<Requirement> expanded(RequirementRule rule, Subject subject) {
        if (rule.about().equals(Optional.of(RequirementRule.EACH_VIOLATION))) {
            return each(rule, subject.items().stream().map(DisputedItem::id).toList());
        }
        if (rule.about().equals(Optional.of(RequirementRule.EACH_CLAIMANT))) {
            return each(rule, claimants(subject));
        }
        return List.of(new Requirement(rule.id(), rule, Optional.empty(), Optional.empty()));
    }

    private static List<String> claimants(Subject subject) {
        return subject instanceof ShopTransfer transfer
                ? transfer.claimants().stream().map(ShopTransfer.Claimant::id).toList()
                : List.of();
    }

    private static List<Requirement> each(RequirementRule rule, List<String> of) {
        return of.stream()
                .map(id -> new Requirement(rule.id() + "." + id, rule, Optional.of(id), Optional.empty()))
                .toList();
    }
}
