package io.redress.cases;

import io.redress.cases.api.EvidenceOperations;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.evidence.AddEvidence;
import io.redress.cases.app.evidence.EvidenceBytes;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.app.evidence.EvidenceIntake;
import io.redress.cases.app.evidence.EvidenceStore;
import io.redress.cases.app.evidence.ExpireEvidence;
import io.redress.cases.app.evidence.HandleEvidence;
import io.redress.cases.app.evidence.ReadEvidence;
import io.redress.cases.app.evidence.TendEvidence;
import io.redress.cases.app.evidence.VirusScanner;
import io.redress.cases.files.ClamdScanner;
import io.redress.cases.files.ContentTypes;
import io.redress.cases.files.DirectoryStore;
import io.redress.cases.files.EvidenceConfig;
import io.redress.cases.files.EvidenceSpool;
import io.redress.cases.files.S3Store;
import io.redress.cases.store.PgEvidenceBytes;
import io.redress.cases.store.PgEvidenceFiles;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceKit;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;

/** The parts about files of evidence, put together. */
record EvidenceParts(
        EvidenceFiles files,
        EvidenceBytes known,
        EvidenceStore store,
        EvidenceIntake intake,
        VirusScanner scanner,
        AddEvidence add,
        ReadEvidence read,
        HandleEvidence handle,
        ExpireEvidence expire,
        Vertx vertx) {

    /** What follows the last byte: the scan, the bucket, the row. */
    private static final Duration AFTER_THE_UPLOAD = Duration.ofMinutes(15);

    static EvidenceParts of(CaseServiceConfig config, ServiceKit kit, CaseDesk desk) {
        EvidenceConfig evidence = config.evidence();
        Runtime runtime = kit.runtime();
        Vertx vertx = runtime.vertx();
        Duration longest = config.service().http().connections().upload().plus(AFTER_THE_UPLOAD);
        Path directory = evidence.directory().toAbsolutePath();
        EvidenceSpool spool = new EvidenceSpool(
                vertx,
                directory.resolve("incoming"),
                new ContentTypes(evidence.types()),
                runtime.ids(),
                runtime.machineClock(),
                longest);
        EvidenceStore store = evidence.s3()
                .<EvidenceStore>map(bucket -> new S3Store(vertx, bucket, spool))
                .orElseGet(() -> new DirectoryStore(vertx, directory.resolve("content")));
        VirusScanner scanner = evidence.clamd()
                .<VirusScanner>map(clamd -> new ClamdScanner(vertx, clamd, evidence.clamdTimeout()))
                .orElse(VirusScanner.NONE);
        PgEvidenceFiles files = new PgEvidenceFiles();
        PgEvidenceBytes known = new PgEvidenceBytes(longest);
        AddEvidence add = new AddEvidence(
                kit.database(), desk, files, known, store, spool, scanner, evidence.policy(), runtime.ids());
        ReadEvidence read = new ReadEvidence(kit.database(), desk, files, store);
        return new EvidenceParts(
                files,
                known,
                store,
                spool,
                scanner,
                add,
                read,
                new HandleEvidence(read, files),
                new ExpireEvidence(files, evidence.policy()),
                vertx);
    }

    EvidenceOperations operations(PlatformTexts texts) {
        return new EvidenceOperations(add, read, handle, intake, texts, vertx);
    }

    /** What time does to files, and the work on their bytes. */
    void tend(ServiceKit kit) {
        kit.deadline(
                EvidenceFiles.RETENTION,
                (evidenceId, due, context, tx) ->
                        expire.retention(evidenceId, kit.runtime().clock().now(), context, tx));
        kit.deadline(EvidenceFiles.RESCAN, (evidenceId, due, context, tx) -> expire.rescan(evidenceId, tx));
        kit.beside(new TendEvidence(
                vertx,
                kit.database(),
                kit.runtime().clock(),
                kit.runtime().ids(),
                CaseService.NAME,
                files,
                known,
                store,
                intake,
                scanner,
                expire));
    }
}
