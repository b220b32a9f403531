package io.redress.cases.app;

import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.EvidenceAct;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.Side;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files that a brief cites: with it they are opened to everybody in the case. */
final class CitedEvidence {

    private final EvidenceFiles files;

    CitedEvidence(EvidenceFiles files) {
        this.files = files;
    }

    /** The merchant's side's files of the case that are cited, and those that are filed, by id. */
    Future<Map<String, EvidenceFiles.Versioned>> of(String caseId, List<Evidence> evidence, Tx tx) {
        Set<String> ids = evidence.stream()
                .filter(Evidence::file)
                .map(Evidence::reference)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return files.among(tx, caseId, ids).map(found -> found.stream()
                .filter(one -> one.file().side() == Side.MERCHANT || one.file().filed())
                .collect(Collectors.toMap(one -> one.file().id(), Function.identity())));
    }

    static Map<String, EvidenceFile> files(Map<String, EvidenceFiles.Versioned> cited) {
        return cited.values().stream()
                .collect(Collectors.toMap(one -> one.file().id(), EvidenceFiles.Versioned::file));
    }

    /** The write of the brief, with that of its files. */
    Write opened(Write brief, Map<String, EvidenceFiles.Versioned> cited, CommandContext context) {
        Write write = brief;
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
