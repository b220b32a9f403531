package io.redress.cases.app.evidence;

import io.redress.cases.domain.ScanVerdict;
import io.vertx.core.Future;
import java.nio.file.Path;

/** Looks into files for viruses. */
@FunctionalInterface
public interface VirusScanner {

    /** Where there is none. */
    VirusScanner NONE = path -> Future.succeededFuture(ScanVerdict.NOT_CONFIGURED);

    /** Never fails: who does not answer, or not in time, does not know. */
    Future<ScanVerdict> scan(Path path);
}
