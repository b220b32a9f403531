package io.redress.penalties.api;

import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.seal.DetectionRecord;
import io.redress.penalties.domain.seal.Reading;
import io.redress.penalties.domain.seal.SealAnswer;
import io.redress.penalties.domain.seal.SealChallenge;
import io.redress.penalties.domain.seal.SealedTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bodies about what is sealed. */
final class SealViews {

    private SealViews() {}

    record Purpose(String purpose) {}

    /** A reading; with the record it read only as it goes out, never as it is kept. */
    record ReadingView(
            String id,
            String penaltyId,
            String readBy,
            String role,
            String purpose,
            Instant readAt,
            Optional<Instant> sealedAt,
            Optional<DetectionRecord> record) {

        static ReadingView of(Reading reading) {
            return new ReadingView(
                    reading.id(),
                    reading.penaltyId(),
                    reading.readBy(),
                    reading.role().name(),
                    reading.purpose(),
                    reading.readAt(),
                    Optional.empty(),
                    Optional.empty());
        }

        ReadingView with(DetectionRecord content, Instant at) {
            return new ReadingView(id, penaltyId, readBy, role, purpose, readAt, Optional.of(at), Optional.of(content));
        }
    }

    record Raise(Text grounds, String whatShouldBeDisclosed) {}

    record AnswerBody(String outcome, Text reasons, Text disclosure) {

        SealAnswer answer(String by, Instant at) {
            return new SealAnswer(SealAnswer.Result.valueOf(outcome), reasons, Optional.ofNullable(disclosure), by, at);
        }
    }

    record ChallengeView(
            String id,
            String penaltyId,
            String status,
            String raisedBy,
            Instant raisedAt,
            Text grounds,
            String whatShouldBeDisclosed,
            Instant answerBy,
            boolean lapsed,
            Optional<String> outcome,
            Optional<Text> reasons,
            Optional<Text> disclosure,
            Optional<String> answeredBy,
            Optional<Instant> answeredAt) {

        static ChallengeView of(SealChallenge challenge) {
            Optional<SealAnswer> answer = challenge.answer();
            return new ChallengeView(
                    challenge.id(),
                    challenge.penaltyId(),
                    challenge.open() ? "OPEN" : "ANSWERED",
                    challenge.raisedBy(),
                    challenge.raisedAt(),
                    challenge.grounds(),
                    challenge.askedFor(),
                    challenge.answerBy(),
                    challenge.lapsed(),
                    answer.map(given -> given.result().name()),
                    answer.map(SealAnswer::reasons),
                    answer.flatMap(SealAnswer::disclosure),
                    answer.map(SealAnswer::answeredBy),
                    answer.map(SealAnswer::answeredAt));
        }
    }

    record ChallengeList(List<ChallengeView> items) {}

    record TermsBody(List<SealedTerms.Term> terms) {}

    record TermsView(long version, List<SealedTerms.Term> terms) {}
}
