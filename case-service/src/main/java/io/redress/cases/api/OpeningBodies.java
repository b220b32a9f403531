package io.redress.cases.api;

import io.redress.cases.api.Bodies.Amount;
import io.redress.cases.app.opening.OpenCase;
import io.redress.cases.app.opening.OpenRequest;
import io.redress.cases.app.opening.OpeningCommand;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.Complaint;
import io.redress.cases.domain.Fee;
import io.redress.cases.domain.Loss;
import io.redress.cases.domain.Request;
import io.redress.cases.domain.ShopTransfer;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.text.WrittenText;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request bodies that open a case: each kind has a member of its own, and no other kind's. */
final class OpeningBodies {

    record LossBody(
            String reference,
            Amount amount,
            OffsetDateTime lostAt,
            List<String> liableDepartments,
            Optional<String> description) {
        Request asDomain() {
            return new Loss(
                    reference, amount.asDomain(), lostAt.toInstant(), liableDepartments, description.orElse(""));
        }
    }

    record FeeBody(
            String reference,
            Amount amount,
            OffsetDateTime chargedAt,
            String chargedBy,
            Optional<String> campaignId,
            Optional<String> description) {
        Request asDomain() {
            return new Fee(
                    reference, amount.asDomain(), chargedAt.toInstant(), chargedBy, campaignId, description.orElse(""));
        }
    }

    record ClaimantBody(String id, String relation) {}

    record TransferBody(String transfereeId, Optional<List<ClaimantBody>> claimants, Optional<String> description) {
        Request asDomain(String shopId) {
            return new ShopTransfer(
                    shopId,
                    transfereeId,
                    claimants.orElse(List.of()).stream()
                            .map(claimant -> new ShopTransfer.Claimant(claimant.id(), claimant.relation()))
                            .toList(),
                    description.orElse(""),
                    Optional.empty());
        }
    }

    record NoActionBody(String reference, OffsetDateTime decidedAt) {}

    record ComplaintBody(String about, Optional<NoActionBody> noAction, Optional<String> description) {
        Request asDomain() {
            return new Complaint(
                    about,
                    noAction.map(decision -> new Complaint.NoAction(
                            decision.reference(), decision.decidedAt().toInstant())),
                    description.orElse(""));
        }
    }

    record OpenCaseBody(
            CaseKind kind,
            Optional<String> penaltyId,
            Optional<String> shopId,
            Optional<LossBody> loss,
            Optional<FeeBody> fee,
            Optional<TransferBody> transfer,
            Optional<ComplaintBody> complaint,
            Optional<Boolean> ownMotion,
            Optional<String> lateBecause) {

        /** @throws ProblemException when a member of the kind is missing, or one of another kind is there */
        OpeningCommand asCommand(String callerId, List<WrittenText> texts) {
            checkMembers();
            if (kind == CaseKind.PENALTY_APPEAL) {
                return new OpenCase.Command(penaltyId.orElseThrow(), callerId, ownMotion, lateBecause, texts);
            }
            return new OpenRequest.Command(shopId.orElseThrow(), request(), callerId, ownMotion, lateBecause, texts);
        }

        private Request request() {
            return switch (kind) {
                case COMPENSATION -> loss.orElseThrow().asDomain();
                case FEE_RELIEF -> fee.orElseThrow().asDomain();
                case SHOP_TRANSFER -> transfer.orElseThrow().asDomain(shopId.orElseThrow());
                case COMPLAINT -> complaint.orElseThrow().asDomain();
                case PENALTY_APPEAL -> throw new IllegalStateException("an appeal is no request");
            };
        }

        private void checkMembers() {
            Map<String, Boolean> expected = new LinkedHashMap<>();
            expected.put("penaltyId", kind == CaseKind.PENALTY_APPEAL);
            expected.put("shopId", kind != CaseKind.PENALTY_APPEAL);
            expected.put("loss", kind == CaseKind.COMPENSATION);
            expected.put("fee", kind == CaseKind.FEE_RELIEF);
            expected.put("transfer", kind == CaseKind.SHOP_TRANSFER);
            expected.put("complaint", kind == CaseKind.COMPLAINT);
            Map<String, Boolean> given = Map.of(
                    "penaltyId", penaltyId.isPresent(),
                    "shopId", shopId.isPresent(),
                    "loss", loss.isPresent(),
                    "fee", fee.isPresent(),
                    "transfer", transfer.isPresent(),
                    "complaint", complaint.isPresent());
            List<Problem.Violation> wrong = expected.entrySet().stream()
                    .filter(member -> !member.getValue().equals(given.get(member.getKey())))
                    .map(member -> new Problem.Violation(
                            "/" + member.getKey(),
                            member.getValue() ? "missing for this kind" : "belongs to another kind"))
                    .toList();
            if (!wrong.isEmpty()) {
                throw new ProblemException(
                        ProblemType.VALIDATION_FAILED, "a case names what its kind is about, and nothing else", wrong);
            }
        }
    }

    private OpeningBodies() {}
}
