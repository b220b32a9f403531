package io.redress.cases.api;

import io.redress.cases.app.evidence.EvidenceResult;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceFile.Filing;
import io.redress.cases.domain.EvidenceLogEntry;
import io.redress.cases.domain.EvidenceState;
import io.redress.cases.domain.ScanVerdict;
import io.redress.cases.domain.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file of evidence as one person sees it; of holds those alone learn who oversee, so that to everybody else what was taken
 * back is deleted.
 */
record EvidenceView(
        String id,
        String caseId,
        Side side,
        EvidenceState state,
        String fileName,
        String mediaType,
        String bytes,
        String sha256,
        String proves,
        List<String> tags,
        String addedBy,
        Instant addedAt,
        boolean filed,
        Optional<String> filedBy,
        Optional<Instant> filedAt,
        ScanView scan,
        Optional<HoldView> hold,
        Optional<Instant> removedAt,
        Optional<Instant> deletedAt,
        long version) {

    record ScanView(ScanVerdict verdict, Optional<Instant> at) {}

    record HoldView(String by, Instant at, String reason) {}

    record EntryView(String sequence, String act, String by, Instant at, String requestId, Optional<String> reason) {

        static EntryView of(EvidenceLogEntry entry) {
            return new EntryView(
                    Long.toString(entry.sequence()),
                    entry.act().name(),
                    entry.by(),
                    entry.at(),
                    entry.requestId(),
                    entry.reason());
        }
    }

    static EvidenceView of(EvidenceResult result) {
        EvidenceFile file = result.file();
        boolean gone = file.removedAt().isPresent() && !result.oversees();
        return new EvidenceView(
                file.id(),
                file.caseId(),
                file.side(),
                gone ? EvidenceState.DELETED : file.state(),
                file.fileName(),
                file.mediaType(),
                Long.toString(file.bytes()),
                file.sha256(),
                file.proves(),
                file.hardship() ? List.of("HARDSHIP") : List.of(),
                file.addedBy(),
                file.addedAt(),
                file.filed(),
                file.filing().map(Filing::by),
                file.filing().map(Filing::at),
                new ScanView(file.scan().verdict(), file.scan().at()),
                file.hold()
                        .filter(hold -> result.oversees())
                        .map(hold -> new HoldView(hold.by(), hold.at(), hold.reason())),
                file.removedAt(),
                gone ? file.removedAt() : file.deletedAt(),
                result.version());
    }
}
