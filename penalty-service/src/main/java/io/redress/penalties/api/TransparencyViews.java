package io.redress.penalties.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.redress.penalties.domain.transparency.Correction;
import io.redress.penalties.domain.transparency.Filing;
import io.redress.penalties.domain.transparency.FormatProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What callers see of statements for the EU Transparency Database. */
final class TransparencyViews {

    private TransparencyViews() {}

    /** A filing in a list. */
    record Summary(
            String puid,
            String penaltyId,
            Instant recordedAt,
            String state,
            Optional<String> uuid,
            Optional<Instant> filedAt,
            int attempts,
            List<FormatProblem> problems) {

        static Summary of(Filing filing) {
            return new Summary(
                    filing.puid(),
                    filing.penaltyId(),
                    filing.recordedAt(),
                    filing.state().name(),
                    filing.uuid(),
                    filing.filedAt(),
                    filing.attempts(),
                    filing.problems());
        }
    }

    /** A correction; which statement it is of stands around it. */
    record CorrectionView(
            String change,
            String rulingId,
            String caseId,
            int pointsBefore,
            int pointsAfter,
            int measuresLeft,
            Instant effectiveAt,
            Instant knownAt) {

        static CorrectionView of(Correction correction) {
            return new CorrectionView(
                    correction.change().name(),
                    correction.rulingId(),
                    correction.caseId(),
                    correction.pointsBefore(),
                    correction.pointsAfter(),
                    correction.measuresLeft(),
                    correction.effectiveAt(),
                    correction.knownAt());
        }
    }

    /**
     * A filing with everything.
     *
     * @param statement the JSON that is sent, as it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            String puid,
            String penaltyId,
            Instant recordedAt,
            String state,
            String uuid,
            Instant filedAt,
            int attempts,
            List<FormatProblem> problems,
            @JsonRawValue String statement,
            List<CorrectionView> corrections) {

        static Whole of(Filing filing, List<Correction> corrections) {
            return new Whole(
                    filing.puid(),
                    filing.penaltyId(),
                    filing.recordedAt(),
                    filing.state().name(),
                    filing.uuid().orElse(null),
                    filing.filedAt().orElse(null),
                    filing.attempts(),
                    filing.problems(),
                    filing.payload().orElse(null),
                    corrections.stream()
                            .filter(correction -> correction.puid().equals(filing.puid()))
                            .map(CorrectionView::of)
                            .toList());
        }
    }
}
