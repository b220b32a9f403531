package io.redress.cases.app.precedent;

import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Citations;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceRules;
import io.redress.cases.domain.EvidenceSight;
import io.redress.cases.domain.EvidenceTies;
import io.redress.cases.domain.Precedent;
import io.redress.cases.domain.PrecedentAnswer;
import io.redress.cases.domain.ViolationRuling;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What drafts and rulings refer to outside their text: files of the case, and earlier rulings. */
public final class CitedSources {

    private static final EvidenceSight FILED = new EvidenceSight(Set.of(), true, false);

    private final EvidenceFiles files;
    private final Precedents precedents;

    public CitedSources(EvidenceFiles files, Precedents precedents) {
        this.files = files;
        this.precedents = precedents;
    }

    /**
     * What there is of it.
     *
     * @param files by id
     * @param precedents by id
     */
    public record Found(Map<String, EvidenceFile> files, Map<String, Precedent> precedents) {

        /** Why these cannot be cited so; empty when they can. */
        public Optional<Refusal> refusal(CaseFile file, List<ViolationRuling> rulings, List<PrecedentAnswer> answers) {
            return EvidenceTies.files(file, rulings, files).or(() -> Citations.inDraft(file, answers, precedents));
        }
    }

    public Future<Found> of(String caseId, List<ViolationRuling> rulings, List<PrecedentAnswer> answers, Tx tx) {
        Set<String> rulingIds = answers.stream().map(PrecedentAnswer::rulingId).collect(Collectors.toSet());
        return files(caseId, rulings, tx)
                .compose(known -> precedents(rulingIds, tx).map(found -> new Found(known, found)));
    }

    public Future<Map<String, Precedent>> precedents(Collection<String> rulingIds, Tx tx) {
        return rulingIds.isEmpty() ? Future.succeededFuture(Map.of()) : precedents.find(tx, rulingIds);
    }

    /** What both sides have filed in the case, which is bounded. */
    public Future<List<EvidenceFile>> filed(String caseId, Tx tx) {
        return files.list(tx, caseId, FILED, 2 * EvidenceRules.MOST_FILES, Optional.empty())
                .map(found -> found.stream().map(EvidenceFiles.Versioned::file).toList());
    }

    private Future<Map<String, EvidenceFile>> files(String caseId, List<ViolationRuling> rulings, Tx tx) {
        Set<String> ids = EvidenceTies.filesCited(rulings);
        return ids.isEmpty()
                ? Future.succeededFuture(Map.of())
                : files.among(tx, caseId, ids).map(found -> found.stream()
                        .collect(Collectors.toMap(one -> one.file().id(), EvidenceFiles.Versioned::file)));
    }
}
