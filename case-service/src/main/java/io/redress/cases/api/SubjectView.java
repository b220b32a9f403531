package io.redress.cases.api;

import io.redress.cases.domain.Complaint;
import io.redress.cases.domain.Fee;
import io.redress.cases.domain.Loss;
import io.redress.cases.domain.Money;
import io.redress.cases.domain.ShopTransfer;
import io.redress.cases.domain.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a case that is no appeal is about; one member is there, the kind's. */
record SubjectView(
        Optional<LossView> loss,
        Optional<FeeView> fee,
        Optional<TransferView> transfer,
        Optional<ComplaintView> complaint) {

    record AmountView(String amountMinor, String currency) {
        static AmountView of(Money money) {
            return new AmountView(Long.toString(money.amountMinor()), money.currency());
        }
    }

    record LossView(
            String reference, AmountView amount, Instant lostAt, List<String> liableDepartments, String description) {}

    record FeeView(
            String reference,
            AmountView amount,
            Instant chargedAt,
            String chargedBy,
            Optional<String> campaignId,
            String description) {}

    record ClaimantView(String id, String relation) {}

    record TransferView(String transfereeId, List<ClaimantView> claimants, String description) {}

    record NoActionView(String reference, Instant decidedAt) {}

    record ComplaintView(String about, Optional<NoActionView> noAction, String description) {}

    static SubjectView of(Subject subject) {
        return new SubjectView(
                subject instanceof Loss loss ? Optional.of(view(loss)) : Optional.empty(),
                subject instanceof Fee fee ? Optional.of(view(fee)) : Optional.empty(),
                subject instanceof ShopTransfer transfer ? Optional.of(view(transfer)) : Optional.empty(),
                subject instanceof Complaint complaint ? Optional.of(view(complaint)) : Optional.empty());
    }

    private static LossView view(Loss loss) {
        return new LossView(
                loss.reference(), AmountView.of(loss.amount()), loss.happenedAt(), loss.liable(), loss.description());
    }

    private static FeeView view(Fee fee) {
        return new FeeView(
                fee.reference(),
                AmountView.of(fee.amount()),
                fee.happenedAt(),
                fee.chargedBy(),
                fee.campaign(),
                fee.description());
    }

    private static TransferView view(ShopTransfer transfer) {
        List<ClaimantView> claimants = transfer.claimants().stream()
                .map(claimant -> new ClaimantView(claimant.id(), claimant.relation()))
                .toList();
        return new TransferView(transfer.transfereeId(), claimants, transfer.description());
    }

    private static ComplaintView view(Complaint complaint) {
        return new ComplaintView(
                complaint.about(),
                complaint.noAction().map(decision -> new NoActionView(decision.reference(), decision.decidedAt())),
                complaint.description());
    }
}
