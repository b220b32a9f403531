package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Those who may defend in one case, and the rule by which one is chosen: nobody with a conflict of interest; then who
 * speaks the merchant's language; then who has the least work; then by id, so that the same facts give the same advocate.
 *
 * @param proposer of the penalty
 */
public record AdvocatePanel(CaseFile file, ReportingLine proposer, List<Candidate> candidates) {

    /** A candidate and what stands against the choice. */
    public record Assessed(Candidate candidate, Set<Conflict> conflicts) {}

    public AdvocatePanel {
        candidates = List.copyOf(candidates);
    }

    /** Everybody, those who would be chosen first at the head. */
    public List<Assessed> assessed() {
        return candidates.stream()
                .map(candidate -> new Assessed(candidate, conflicts(candidate)))
                .sorted(Comparator.comparing((Assessed one) -> !one.conflicts().isEmpty())
                        .thenComparing(one -> !speaksTheLanguage(one.candidate()))
                        .thenComparing(one -> one.candidate().load())
                        .thenComparing(one -> one.candidate().id()))
                .toList();
    }

    /** By the rule. Refused when there is nobody without a conflict of interest. */
    public Outcome<String> chosen() {
        return assessed().stream()
                .filter(one -> one.candidate().listed() && one.conflicts().isEmpty())
                .findFirst()
                .map(one -> Outcome.done(one.candidate().id()))
                .orElseGet(() -> Outcome.refused(
                        CaseRefusal.NO_ADVOCATE_FREE,
                        "No advocate of the advocacy document is free of conflicts of interest in this case."));
    }

    /** This one, if nothing stands against it; else by the rule. */
    Outcome<String> preferred(Optional<String> advocateId) {
        return advocateId
                .filter(id -> candidates.stream()
                        .anyMatch(one -> one.id().equals(id)
                                && one.listed()
                                && conflicts(one).isEmpty()))
                .map(Outcome::done)
                .orElseGet(this::chosen);
    }

    /** The one that was named. Refused for a part in the case graph, or for a conflict of interest, saying which. */
    public Outcome<String> named(String advocateId) {
        Set<Conflict> conflicts = candidates.stream()
                .filter(one -> one.id().equals(advocateId))
                .findFirst()
                .map(this::conflicts)
                .orElseThrow();
        if (conflicts.isEmpty()) {
            return Outcome.done(advocateId);
        }
        if (conflicts.stream().anyMatch(Conflict::ownCause)) {
            return Outcome.refused(CaseAdmission.ownCause());
        }
        List<Refusal.Wrong> wrong = conflicts.stream()
                .map(conflict -> new Refusal.Wrong("/advocateId", conflict.name() + ": " + conflict.words()))
                .toList();
        String names = conflicts.stream().map(Enum::name).collect(Collectors.joining(", "));
        return Outcome.refused(
                Refusal.of(CaseRefusal.CONFLICT_OF_INTEREST, "This advocate has a conflict of interest: " + names + ".")
                        .at(wrong));
    }

    /**
     * Why this advocate cannot go on with the case on her own motion: for everything that stands against being chosen,
     * save that it was hers before.
     */
    public Optional<Refusal> onOwnMotion(String advocateId) {
        Set<Conflict> conflicts = candidates.stream()
                .filter(one -> one.id().equals(advocateId))
                .findFirst()
                .map(this::conflicts)
                .orElseThrow();
        if (file.people().advocate(advocateId)) {
            conflicts.remove(Conflict.SAME_ADVOCATE);
        }
        return Interests.conflicts(conflicts);
    }

    /** Why this employee has no part in deciding the case either: own, family and former shops are conflicts. */
    public Optional<Refusal> interestOf(String employee) {
        return Interests.refusal(candidates.stream()
                .filter(one -> one.id().equals(employee))
                .flatMap(one -> one.relations().stream())
                .collect(Collectors.toSet()));
    }

    private Set<Conflict> conflicts(Candidate candidate) {
        Set<Conflict> found = EnumSet.noneOf(Conflict.class);
        file.penalty().ifPresent(penalty -> {
            add(found, Conflict.PROPOSED_PENALTY, penalty.proposedBy().equals(candidate.id()));
            add(found, Conflict.APPROVED_PENALTY, penalty.approvers().contains(candidate.id()));
        });
        add(found, Conflict.REPORTING_LINE, ofADepartmentThatAnswers(candidate));
        add(
                found,
                Conflict.ADJUDICATES_CASE,
                file.people().adjudicator(candidate.id()) || Review.tookPart(file, candidate.id()));
        add(found, Conflict.REPORTING_LINE, candidate.line().sharedWith(proposer));
        add(found, Conflict.ABSENT, candidate.absent());
        add(found, Conflict.SAME_ADVOCATE, candidate.former());
        candidate.relations().forEach(relation -> found.add(Conflict.of(relation)));
        return found;
    }

    private boolean ofADepartmentThatAnswers(Candidate candidate) {
        return candidate
                .line()
                .department()
                .filter(file.subject().departments()::contains)
                .isPresent();
    }

    private boolean speaksTheLanguage(Candidate candidate) {
        return candidate.languages().contains(file.party().language());
    }

    private static void add(Set<Conflict> found, Conflict conflict, boolean holds) {
        if (holds) {
            found.add(conflict);
        }
    }
}
