package io.redress.cases.app.evidence;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.EvidenceFile;

/**
 * A file of evidence as one person sees it.
 *
 * @param oversees whether that person learns of holds
 */
public record EvidenceResult(EvidenceFile file, long version, CaseResult of, boolean oversees) {

    private static final java.util.Set<String> OVERSIGHT = java.util.Set.of("integrity", "operator");

    static EvidenceResult of(EvidenceFiles.Versioned found, CaseResult of) {
        return new EvidenceResult(found.file(), found.version(), of, of.viewer().hasAnyOf(OVERSIGHT));
    }
}
