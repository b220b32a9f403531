package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A file put forward in a case. Immutable; its bytes are kept under their hash.
 *
 * @param side that added it; until it is filed it is that side's alone
 * @param fileName as the sender names it, without a path
 * @param mediaType as its content says
 * @param sha256 of the content, in hexadecimal
 * @param proves what it is to prove, in the words of who added it; may be empty
 * @param hardship context that is no ground, and that whoever adjudicates does not see
 * @param hold keeps the bytes beyond their time
 * @param removedAt when whoever added it took it back, before it was filed; its side sees it no more
 */
public record EvidenceFile(
        String id,
        String caseId,
        Side side,
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        String proves,
        boolean hardship,
        String addedBy,
        Instant addedAt,
        Optional<Filing> filing,
        Scan scan,
        Optional<LegalHold> hold,
        Optional<Instant> removedAt,
        Optional<Instant> deletedAt) {

    /** Begins every evidence id; in a brief it tells a file from a reference to something else. */
    public static final String PREFIX = "evd";

    /** True for what is, by its form, the id of a file. */
    static boolean named(String reference) {
        return reference.startsWith(PREFIX + "_");
    }

    /** When it was opened to the other side and to whoever adjudicates, and by whom. */
    public record Filing(String by, Instant at) {}

    /**
     * The last look of the virus scanner.
     *
     * @param times it was looked at so far
     */
    public record Scan(ScanVerdict verdict, Optional<Instant> at, int times) {}

    /** Until it is released, the bytes stay, however old they are. */
    public record LegalHold(String by, Instant at, String reason) {}

    public EvidenceState state() {
        if (deletedAt.isPresent()) {
            return EvidenceState.DELETED;
        }
        return scan.verdict().opens() ? EvidenceState.AVAILABLE : EvidenceState.QUARANTINED;
    }

    public boolean filed() {
        return filing.isPresent();
    }

    public EvidenceFile filed(String by, Instant at) {
        return with(Optional.of(new Filing(by, at)), scan, hold, removedAt, deletedAt);
    }

    public EvidenceFile scanned(ScanVerdict verdict, Instant at) {
        return with(filing, new Scan(verdict, Optional.of(at), scan.times() + 1), hold, removedAt, deletedAt);
    }

    public EvidenceFile held(String by, Instant at, String reason) {
        return with(filing, scan, Optional.of(new LegalHold(by, at, reason)), removedAt, deletedAt);
    }

    public EvidenceFile released() {
        return with(filing, scan, Optional.empty(), removedAt, deletedAt);
    }

    /** Taken back; its bytes go with it, unless they are held. */
    public EvidenceFile removed(Instant at) {
        return with(filing, scan, hold, Optional.of(at), hold.isPresent() ? deletedAt : Optional.of(at));
    }

    public EvidenceFile deleted(Instant at) {
        return with(filing, scan, hold, removedAt, Optional.of(at));
    }

    private EvidenceFile with(
            Optional<Filing> filed,
            Scan looked,
            Optional<LegalHold> kept,
            Optional<Instant> removed,
            Optional<Instant> deleted) {
        return new EvidenceFile(
                id, caseId, side, fileName, mediaType, bytes, sha256, proves, hardship, addedBy, addedAt, filed, looked,
                kept, removed, deleted);
    }
}
