package io.redress.penalties.api;

import io.redress.penalties.domain.milestone.Milestone;
import io.redress.penalties.domain.milestone.RulingCondition;
import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.rulebook.Assessment;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.seal.DetectionRecord;
import io.redress.penalties.domain.seal.IndependentSource;
import io.redress.penalties.domain.shop.Proposal;
import io.redress.penalties.domain.shop.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Bodies of the requests about penalties; what may be absent is null here and nowhere else. */
final class PenaltyRequests {

    private PenaltyRequests() {}

    record Automation(boolean detection, boolean decision) {}

    record AmountBody(String amountMinor, String currency) {}

    record FactsBody(Text description, List<String> orders, List<String> listings, AmountBody amount, Integer count) {

        Facts facts() {
            return new Facts(
                    Optional.ofNullable(description),
                    list(orders),
                    list(listings),
                    Optional.ofNullable(amount)
                            .map(body -> new Facts.Amount(Long.parseLong(body.amountMinor()), body.currency())),
                    number(count));
        }
    }

    record ViolationBody(
            String clauseId,
            Integer points,
            TreeMap<String, String> factors,
            String factorReasons,
            String deviationReasons,
            Instant from,
            Instant to,
            List<ObjectRef> objects,
            FactsBody facts,
            Text unintentional) {

        Proposal.Charge charge() {
            return new Proposal.Charge(
                    new Assessment.Request(
                            clauseId,
                            from,
                            number(points),
                            factors == null ? Map.of() : factors,
                            Optional.ofNullable(factorReasons)),
                    to,
                    objects.stream().distinct().toList(),
                    facts.facts(),
                    Optional.ofNullable(unintentional));
        }
    }

    /** Why points leave the usual band, by violation. */
    static List<Optional<String>> deviations(List<ViolationBody> violations) {
        return violations.stream()
                .map(violation -> Optional.ofNullable(violation.deviationReasons()))
                .toList();
    }

    /** How the breach was detected; to be sealed. */
    record DetectionRecordBody(
            String summary,
            List<String> signals,
            String detectorVersion,
            List<String> evidence,
            List<IndependentSource> independentSources) {

        DetectionRecord record() {
            return new DetectionRecord(
                    summary,
                    signals == null ? List.of() : signals,
                    Optional.ofNullable(detectorVersion),
                    Optional.ofNullable(evidence),
                    Optional.ofNullable(independentSources));
        }

        @Override
        public String toString() {
            return "DetectionRecordBody[***]";
        }
    }

    record Propose(
            String shopId,
            String investigationId,
            String departmentId,
            Text explanation,
            Automation automation,
            String territory,
            List<ViolationBody> violations,
            DetectionRecordBody detectionRecord) {

        Optional<DetectionRecord> sealed() {
            return Optional.ofNullable(detectionRecord).map(DetectionRecordBody::record);
        }

        Proposal proposal(String proposedBy) {
            return new Proposal(
                    proposedBy,
                    Optional.ofNullable(investigationId),
                    Optional.ofNullable(departmentId),
                    explanation,
                    automation.detection(),
                    automation.decision(),
                    territory,
                    violations.stream().map(ViolationBody::charge).toList(),
                    Optional.empty());
        }
    }

    record LegacyMeasureBody(String kind, Instant startedAt, Integer days) {

        LegacyMeasure measure() {
            return new LegacyMeasure(kind, startedAt, number(days));
        }
    }

    record Import(
            String shopId,
            String investigationId,
            String departmentId,
            Text explanation,
            Automation automation,
            String territory,
            List<ViolationBody> violations,
            String originalProposer,
            Instant inForceAt,
            List<LegacyMeasureBody> measures,
            DetectionRecordBody detectionRecord) {

        Optional<DetectionRecord> sealed() {
            return Optional.ofNullable(detectionRecord).map(DetectionRecordBody::record);
        }

        Proposal proposal(String importedBy) {
            return new Proposal(
                    originalProposer,
                    Optional.ofNullable(investigationId),
                    Optional.ofNullable(departmentId),
                    explanation,
                    automation.detection(),
                    automation.decision(),
                    territory,
                    violations.stream().map(ViolationBody::charge).toList(),
                    Optional.of(new Proposal.Legacy(
                            importedBy,
                            inForceAt,
                            measures.stream().map(LegacyMeasureBody::measure).toList())));
        }
    }

    record Refuse(String reason) {}

    record Preview(String outcome, Integer points, List<String> measuresLifted, DependsOn dependsOn) {

        Ruling.Judgment judgment() {
            return new Ruling.Judgment(
                    Ruling.Verdict.valueOf(outcome),
                    number(points),
                    measuresLifted == null ? List.of() : measuresLifted);
        }

        List<RulingCondition> depends() {
            return dependsOn == null
                    ? List.of()
                    : dependsOn.conditions().stream().map(Condition::asDomain).toList();
        }
    }

    record DependsOn(List<Condition> conditions) {}

    record Condition(String programmeId, String milestoneId, String purpose, Instant fulfilBy) {

        RulingCondition asDomain() {
            return new RulingCondition(programmeId, milestoneId, Milestone.Purpose.valueOf(purpose), fulfilBy);
        }
    }

    record Confirm(String measureId, String state, Instant at, long targetVersion) {}

    private static List<String> list(List<String> values) {
        return values == null ? List.of() : values.stream().distinct().toList();
    }

    static OptionalInt number(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
