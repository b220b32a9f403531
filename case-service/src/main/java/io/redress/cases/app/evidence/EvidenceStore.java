package io.redress.cases.app.evidence;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Optional;

/** Where bytes are kept, under their SHA-256. Nothing blocks; putting and removing may be repeated. */
public interface EvidenceStore {

    /**
     * A file to read from.
     *
     * @param temporary whether it is a copy, to be deleted after reading
     */
    record Readable(Path path, boolean temporary) {}

    /** When it completes, the bytes are there for good; what was received stays where it is or has moved there. */
    Future<Void> put(Path received, String sha256, long bytes);

    /** Empty if there are no such bytes. */
    Future<Optional<Readable>> open(String sha256);

    Future<Void> remove(String sha256);
}
