package io.redress.cases.app.evidence;

import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.EvidenceAct;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.Side;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files that a brief cites or a requirement names: with the brief they are opened to everybody in the case. */
public final class CitedEvidence {

    private final EvidenceFiles files;

    public CitedEvidence(EvidenceFiles files) {
        this.files = files;
    }

    /** The merchant's side's files of the case that are cited, and those that are filed, by id. */
    public Future<Map<String, EvidenceFiles.Versioned>> of(String caseId, List<Evidence> evidence, Tx tx) {
        return among(caseId, evidence, tx).map(CitedEvidence::citable);
    }

    /** The same of a brief, with those that the requirements of the case name. */
    public Future<Map<String, EvidenceFiles.Versioned>> ofBrief(String caseId, List<Evidence> evidence, Tx tx) {
        return among(caseId, evidence, tx)
                .compose(cited -> files.ofRequirements(tx, caseId).map(named -> {
                    List<EvidenceFiles.Versioned> all = new ArrayList<>(cited);
                    all.addAll(named);
                    return citable(all);
                }));
    }

    private Future<List<EvidenceFiles.Versioned>> among(String caseId, List<Evidence> evidence, Tx tx) {
        Set<String> ids = evidence.stream()
                .filter(Evidence::file)
                .map(Evidence::reference)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Future.succeededFuture(List.of()) : files.among(tx, caseId, ids);
    }

    private static Map<String, EvidenceFiles.Versioned> citable(List<EvidenceFiles.Versioned> found) {
        return found.stream()
                .filter(one -> one.file().side() == Side.MERCHANT || one.file().filed())
                .collect(Collectors.toMap(one -> one.file().id(), Function.identity(), (one, again) -> one));
    }

    public static Map<String, EvidenceFile> files(Map<String, EvidenceFiles.Versioned> cited) {
        return cited.values().stream()
                .collect(Collectors.toMap(one -> one.file().id(), EvidenceFiles.Versioned::file));
    }

    /** This write, with that of the files. */
    public Write opened(Write citing, Map<String, EvidenceFiles.Versioned> cited, CommandContext context) {
        Write write = citing;
        for (EvidenceFiles.Versioned one : cited.values()) {
            if (!one.file().filed()) {
                EvidenceFile filed = one.file().filed(context.caller().subject(), context.businessTime());
                write = write.and(files.update(filed, one.version())
                        .with(files.logged(filed.id(), EvidenceAct.FILED, Optional.empty(), context)));
            }
        }
        return write;
    }
}
