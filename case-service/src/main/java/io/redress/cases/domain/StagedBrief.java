package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A brief that is being written: the merchant's side and the case's advocate read it, it may lack anything, and it counts
 * for nothing before it is filed.
 *
 * @param version grows with every change, and once more when it is filed or thrown away; 0 before the first
 * @param staging empty while there is none
 */
public record StagedBrief(String caseId, long version, BriefContent content, Optional<Staging> staging) {

    /** Who has written it last, and when. */
    public record Staging(String by, Instant at) {}

    /** Before anything was written. */
    public static StagedBrief none(String caseId) {
        return new StagedBrief(caseId, 0, BriefContent.EMPTY, Optional.empty());
    }

    public StagedBrief written(BriefContent newContent, String by, Instant at) {
        return new StagedBrief(caseId, version + 1, newContent, Optional.of(new Staging(by, at)));
    }

    public StagedBrief gone() {
        return new StagedBrief(caseId, version + 1, BriefContent.EMPTY, Optional.empty());
    }
}
