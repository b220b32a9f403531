package io.redress.penalties.api;

import io.redress.penalties.app.milestone.Programmes;
import io.redress.penalties.domain.milestone.Claim;
import io.redress.penalties.domain.milestone.Enrolment;
import io.redress.penalties.domain.milestone.Milestone;
import io.redress.penalties.domain.milestone.Programme;
import io.redress.penalties.domain.milestone.Verification;
import io.redress.penalties.domain.milestone.Verifier;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Bodies about programmes, enrolments and milestones. */
final class ProgrammeViews {

    private ProgrammeViews() {}

    record VerifierPart(String id, String publicKey) {}

    record MilestonePart(
            String id,
            String kind,
            Integer howMany,
            Text title,
            String purpose,
            Integer credit,
            String verifierId,
            boolean once,
            int validDays) {

        private Milestone milestone() {
            return new Milestone(
                    id,
                    kind,
                    PenaltyRequests.number(howMany),
                    title,
                    Milestone.Purpose.valueOf(purpose),
                    PenaltyRequests.number(credit),
                    verifierId,
                    once,
                    validDays);
        }

        private static MilestonePart of(Milestone milestone) {
            return new MilestonePart(
                    milestone.id(),
                    milestone.kind(),
                    boxed(milestone.howMany()),
                    milestone.title(),
                    milestone.purpose().name(),
                    boxed(milestone.credit()),
                    milestone.verifierId(),
                    milestone.once(),
                    milestone.validDays());
        }

        private static Integer boxed(OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
    }

    record Create(
            Text title,
            Text about,
            Instant opensAt,
            Instant closesAt,
            int yearlyCap,
            int cleanDays,
            List<VerifierPart> verifiers,
            List<MilestonePart> milestones) {

        Programme programme(String id, String createdBy, Instant at) {
            return new Programme(
                    id,
                    title,
                    about,
                    opensAt,
                    closesAt,
                    yearlyCap,
                    cleanDays,
                    verifiers.stream()
                            .map(part -> new Verifier(part.id(), part.publicKey()))
                            .toList(),
                    milestones.stream().map(MilestonePart::milestone).toList(),
                    createdBy,
                    at);
        }
    }

    record ProgrammeView(
            String id,
            Text title,
            Text about,
            Instant opensAt,
            Instant closesAt,
            int yearlyCap,
            int cleanDays,
            List<VerifierPart> verifiers,
            List<MilestonePart> milestones) {

        static ProgrammeView of(Programme programme) {
            return new ProgrammeView(
                    programme.id(),
                    programme.title(),
                    programme.about(),
                    programme.opensAt(),
                    programme.closesAt(),
                    programme.yearlyCap(),
                    programme.cleanDays(),
                    programme.verifiers().stream()
                            .map(verifier -> new VerifierPart(verifier.id(), verifier.publicKey()))
                            .toList(),
                    programme.milestones().stream().map(MilestonePart::of).toList());
        }
    }

    record Enrol(String shopId) {}

    record EnrolmentView(String id, String programmeId, String shopId, Instant enrolledAt) {

        static EnrolmentView of(Enrolment enrolment) {
            return new EnrolmentView(
                    enrolment.id(), enrolment.programmeId(), enrolment.shopId(), enrolment.enrolledAt());
        }
    }

    record Verify(
            String programmeId,
            String milestoneId,
            String shopId,
            Optional<String> matterId,
            Instant achievedAt,
            String reference,
            String signature) {

        Claim claim() {
            return new Claim(programmeId, milestoneId, shopId, matterId, achievedAt, reference, signature);
        }
    }

    record VerificationView(
            String id, String enrolmentId, String milestoneId, Instant achievedAt, Instant verifiedAt, int credited) {

        static VerificationView of(Verification verification) {
            return new VerificationView(
                    verification.id(),
                    verification.enrolmentId(),
                    verification.claim().milestoneId(),
                    verification.claim().achievedAt(),
                    verification.verifiedAt(),
                    verification.credited());
        }
    }

    record ReportView(
            String programmeId,
            Instant asOf,
            long enrolled,
            long verified,
            long clean,
            long relapsed,
            long watched,
            long credited) {

        static ReportView of(Programme programme, Instant now, Programmes.Report report) {
            return new ReportView(
                    programme.id(),
                    now,
                    report.enrolled(),
                    report.verified(),
                    report.clean(),
                    report.relapsed(),
                    report.watched(),
                    report.credited());
        }
    }
}
