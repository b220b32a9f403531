package io.redress.penalties.domain.penalty;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One proposal against one shop: its violations, its life, its statement.
 *
 * @param basis what was decided when it was proposed and never changes
 * @param pointsCeiling the most a ruling left of it
 * @param booking its place in the shop's order of booking; empty before it entered into force
 * @param effectiveAt from when its points count
 * @param appealCaseId the case that is open against it
 * @param hearing how the merchant is heard before a measure with advance notice
 * @param cure whether the merchant may make good what it did before the penalty enters into force
 */
public record Penalty(
        String id,
        Basis basis,
        List<Violation> violations,
        PenaltyStatus status,
        boolean isFinal,
        boolean highImpact,
        Optional<String> approvedBy,
        Optional<Instant> announcedUntil,
        Optional<Instant> effectiveAt,
        OptionalInt booking,
        OptionalInt pointsCeiling,
        Optional<String> appealCaseId,
        Optional<Statement> statement,
        Hearing hearing,
        Cure cure) {

    public Penalty {
        violations = List.copyOf(violations);
    }

    /**
     * @param decisionId shared by the penalties that are one decision
     * @param importedBy the operator who imported it; empty for a native one
     * @param inForceAt when an imported penalty came into force
     * @param rulebookVersion of its first violation
     */
    public record Basis(
            String decisionId,
            String merchantId,
            String shopId,
            Optional<String> investigationId,
            Optional<String> departmentId,
            String proposedBy,
            Optional<String> importedBy,
            Optional<Instant> inForceAt,
            Instant proposedAt,
            int rulebookVersion,
            Text explanation,
            boolean automatedDetection,
            boolean automatedDecision,
            String territory,
            List<LegacyMeasure> legacyMeasures) {

        public Basis {
            legacyMeasures = List.copyOf(legacyMeasures);
        }
    }

    public boolean imported() {
        return basis.importedBy().isPresent();
    }

    /** Who proposed and who approved it. */
    public Set<String> punishedBy() {
        return Stream.concat(Stream.of(basis.proposedBy()), approvedBy.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public int points() {
        return violations.stream().mapToInt(Violation::points).sum();
    }

    public int pointsIn(String bucket) {
        return violations.stream()
                .filter(violation -> violation.bucket().equals(bucket))
                .mapToInt(Violation::points)
                .sum();
    }

    public List<String> buckets() {
        return violations.stream().map(Violation::bucket).distinct().sorted().toList();
    }

    /** True when it was made good: education stands in its place. */
    public boolean cured() {
        return status == PenaltyStatus.REPLACED && cure.accepted();
    }

    /** True while its facts are punished by it and by nothing else; education is what the fact had. */
    public boolean punishes() {
        return status.stands() || cured();
    }

    /** Why the command is refused in this status; empty when it is lawful. */
    public Optional<Refusal> refuses(PenaltyCommand command) {
        if (command.allowedIn(status)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                        PenaltyRefusal.ILLEGAL_TRANSITION,
                        "A penalty that is " + status + " does not accept " + command + ".")
                .with("currentStatus", status.name()));
    }

    /** A copy with some parts changed. */
    public Penalty change(UnaryOperator<Draft> changes) {
        return changes.apply(new Draft(this)).build();
    }

    /** The parts that change in a penalty's life. */
    public static final class Draft {

        private final Penalty before;
        private List<Violation> violations;
        private PenaltyStatus status;
        private boolean isFinal;
        private boolean highImpact;
        private Optional<String> approvedBy;
        private Optional<Instant> announcedUntil;
        private Optional<Instant> effectiveAt;
        private OptionalInt booking;
        private OptionalInt pointsCeiling;
        private Optional<String> appealCaseId;
        private Optional<Statement> statement;
        private Hearing hearing;
        private Cure cure;

        private Draft(Penalty before) {
            this.before = before;
            this.violations = before.violations;
            this.status = before.status;
            this.isFinal = before.isFinal;
            this.highImpact = before.highImpact;
            this.approvedBy = before.approvedBy;
            this.announcedUntil = before.announcedUntil;
            this.effectiveAt = before.effectiveAt;
            this.booking = before.booking;
            this.pointsCeiling = before.pointsCeiling;
            this.appealCaseId = before.appealCaseId;
            this.statement = before.statement;
            this.hearing = before.hearing;
            this.cure = before.cure;
        }

        public Draft violations(List<Violation> changed) {
            this.violations = changed;
            return this;
        }

        public Draft status(PenaltyStatus next) {
            this.status = next;
            return this;
        }

        public Draft asFinal() {
            this.isFinal = true;
            return this;
        }

        public Draft asHighImpact() {
            this.highImpact = true;
            return this;
        }

        public Draft approvedBy(String approver) {
            this.approvedBy = Optional.of(approver);
            return this;
        }

        public Draft announcedUntil(Instant until) {
            this.announcedUntil = Optional.of(until);
            return this;
        }

        public Draft inForce(Instant effective, int place) {
            this.status = PenaltyStatus.IN_FORCE;
            this.effectiveAt = Optional.of(effective);
            this.booking = OptionalInt.of(place);
            return this;
        }

        public Draft pointsCeiling(int ceiling) {
            this.pointsCeiling = OptionalInt.of(ceiling);
            return this;
        }

        public Draft appeal(Optional<String> caseId) {
            this.appealCaseId = caseId;
            return this;
        }

        public Draft statement(Statement changed) {
            this.statement = Optional.of(changed);
            return this;
        }

        public Draft hearing(Hearing changed) {
            this.hearing = changed;
            return this;
        }

        public Draft cure(Cure changed) {
            this.cure = changed;
            return this;
        }

        private Penalty build() {
            return new Penalty(
                    before.id,
                    before.basis,
                    violations,
                    status,
                    isFinal,
                    highImpact,
                    approvedBy,
                    announcedUntil,
                    effectiveAt,
                    booking,
                    pointsCeiling,
                    appealCaseId,
                    statement,
                    hearing,
                    cure);
        }
    }
}
