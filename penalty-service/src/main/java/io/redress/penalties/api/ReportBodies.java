package io.redress.penalties.api;

import io.redress.kit.http.Json;
import io.redress.kit.http.ProblemType;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.text.WrittenText;
import io.redress.penalties.app.ReportViolations.Report;
import io.redress.penalties.app.ReportViolations.Result;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.Proposal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports of violations as they come in, and what is answered. */
final class ReportBodies {

    private ReportBodies() {}

    record Batch(List<Item> items) {}

    /** One reported violation. */
    record Item(
            String sourceId,
            String shopId,
            String investigationId,
            String departmentId,
            Text explanation,
            PenaltyRequests.Automation automation,
            String territory,
            PenaltyRequests.ViolationBody violation,
            PenaltyRequests.DetectionRecordBody detectionRecord,
            String shadowOf) {

        Report report(String reportedBy, List<WrittenText> texts) {
            Proposal proposal = new Proposal(
                    reportedBy,
                    Optional.ofNullable(investigationId),
                    Optional.ofNullable(departmentId),
                    explanation,
                    automation.detection(),
                    automation.decision(),
                    territory,
                    List.of(violation.charge()),
                    Optional.empty());
            return new Report(
                    sourceId,
                    digest(),
                    shopId,
                    Optional.ofNullable(shadowOf),
                    proposal,
                    Optional.ofNullable(violation.deviationReasons()),
                    detectionRecord.record(),
                    texts);
        }

        /** SHA-256 of what it says, however it was written. */
        private byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(Json.bytes(this));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        @Override
        public String toString() {
            return "Item[" + sourceId + "]";
        }
    }

    /** A problem of one item; it has no request of its own. */
    record ItemProblem(
            String type,
            String code,
            int status,
            String detail,
            Optional<String> penaltyId,
            Optional<List<Refusal.Wrong>> errors) {

        static ItemProblem of(int index, Refusal refusal) {
            String code = refusal.code().code();
            List<Refusal.Wrong> wrong = refusal.wrong().stream()
                    .map(member -> new Refusal.Wrong(pointer(index, member.pointer()), member.detail()))
                    .toList();
            return new ItemProblem(
                    "/problems/" + code,
                    code,
                    ProblemType.statusOf(refusal.code().kind()),
                    refusal.detail(),
                    Optional.ofNullable(refusal.attributes().get("penaltyId")),
                    Optional.of(wrong).filter(some -> !some.isEmpty()));
        }

        /** An item is proposed as a penalty with one violation. */
        private static String pointer(int index, String pointer) {
            String first = "/violations/0";
            String item = "/items/" + index;
            if (pointer.startsWith(first)) {
                return item + "/violation" + pointer.substring(first.length());
            }
            return pointer.startsWith("/detectionRecord") || pointer.startsWith("/explanation")
                    ? item + pointer
                    : pointer;
        }
    }

    record ItemResult(
            int index,
            String sourceId,
            Optional<String> penaltyId,
            Optional<String> shadowHitId,
            Optional<String> status,
            boolean repeated,
            Optional<ItemProblem> problem) {

        static ItemResult of(int index, String sourceId, Result result) {
            if (result instanceof Result.Became became) {
                return new ItemResult(
                        index,
                        sourceId,
                        Optional.of(became.penaltyId()),
                        Optional.empty(),
                        Optional.of(became.status().name()),
                        became.repeated(),
                        Optional.empty());
            }
            if (result instanceof Result.Shadowed shadowed) {
                return new ItemResult(
                        index,
                        sourceId,
                        Optional.empty(),
                        Optional.of(shadowed.hitId()),
                        Optional.empty(),
                        shadowed.repeated(),
                        Optional.empty());
            }
            Refusal refusal = ((Result.Refused) result).refusal();
            return new ItemResult(
                    index,
                    sourceId,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.of(ItemProblem.of(index, refusal)));
        }
    }

    record Answer(List<ItemResult> items) {

        static Answer of(List<Item> items, List<Result> results) {
            List<ItemResult> answers = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                answers.add(ItemResult.of(i, items.get(i).sourceId(), results.get(i)));
            }
            return new Answer(answers);
        }
    }
}
