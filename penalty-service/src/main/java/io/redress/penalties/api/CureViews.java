package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.penalties.app.hearing.Proofs;
import io.redress.penalties.domain.penalty.Cure;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bodies about cure windows and what shows that a breach was made good. */
final class CureViews {

    private CureViews() {}

    record Prove(String text, List<String> attachments) {

        List<String> references() {
            return attachments == null ? List.of() : attachments;
        }
    }

    record AnswerBody(String outcome, Text reasons) {

        ProofOfCure.Answer answer(String by, Instant at) {
            return new ProofOfCure.Answer(ProofOfCure.Outcome.valueOf(outcome), reasons, by, at);
        }
    }

    /** Of a penalty. */
    record CureView(Optional<Instant> until, Optional<String> repeats, Optional<String> proof) {

        /** Empty where the clauses cannot be cured. */
        static Optional<CureView> of(Cure cure) {
            return cure.equals(Cure.NONE)
                    ? Optional.empty()
                    : Optional.of(new CureView(
                            cure.until(), cure.repeats(), cure.proof().map(filed -> filed.state()
                                    .name())));
        }
    }

    /** A proof of cure; who of the platform answered it is told to staff only. */
    record ProofView(
            String id,
            String penaltyId,
            String merchantId,
            String shopId,
            String state,
            Instant filedAt,
            Optional<String> text,
            List<String> attachments,
            Optional<String> verificationId,
            Instant answerBy,
            Optional<Text> reasons,
            Optional<String> answeredBy,
            Optional<Instant> answeredAt) {

        static ProofView of(Proofs.Listed listed, Caller caller) {
            ProofOfCure proof = listed.proof();
            return new ProofView(
                    proof.id(),
                    listed.penaltyId(),
                    listed.merchantId(),
                    listed.shopId(),
                    proof.state().name(),
                    proof.filedAt(),
                    proof.text(),
                    proof.attachments(),
                    proof.verificationId(),
                    proof.answerBy(),
                    proof.answer().map(ProofOfCure.Answer::reasons),
                    proof.answer().map(ProofOfCure.Answer::answeredBy).filter(name -> !caller.ofMerchantSide()),
                    proof.answer().map(ProofOfCure.Answer::answeredAt));
        }
    }
}
