package io.redress.cases.files;

import io.redress.cases.app.evidence.EvidenceStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Bytes in a directory, each content in a file of the name of its hash. A file appears whole, by one rename, after its
 * bytes are on disk. Several instances may share the directory if its file system renames atomically.
 */
public final class DirectoryStore implements EvidenceStore {

    private static final int FAN_OUT_DIGITS = 2;

    private final Vertx vertx;
    private final Path directory;

    /** @param directory on the same file system as what is put into it */
    public DirectoryStore(Vertx vertx, Path directory) {
        this.vertx = vertx;
        this.directory = directory;
    }

    @Override
    public Future<Void> put(Path received, String sha256, long bytes) {
        return vertx.executeBlocking(
                () -> {
                    move(received, place(sha256), bytes);
                    return null;
                },
                false);
    }

    private void move(Path received, Path place, long bytes) throws IOException {
        if (Files.isRegularFile(place) && Files.size(place) == bytes) {
            return;
        }
        Files.createDirectories(place.getParent());
        try (FileChannel content = FileChannel.open(received, StandardOpenOption.WRITE)) {
            content.force(true);
        }
        Files.move(received, place, StandardCopyOption.ATOMIC_MOVE);
        force(place.getParent());
        force(directory);
    }

    /** A name is on disk when its directory is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public Future<Optional<Readable>> open(String sha256) {
        Path place = place(sha256);
        return vertx.executeBlocking(
                () -> Files.isRegularFile(place) ? Optional.of(new Readable(place, false)) : Optional.empty(), false);
    }

    @Override
    public Future<Void> remove(String sha256) {
        return vertx.executeBlocking(() -> Files.deleteIfExists(place(sha256)), false)
                .mapEmpty();
    }

    private Path place(String sha256) {
        return directory.resolve(sha256.substring(0, FAN_OUT_DIGITS)).resolve(sha256);
    }
}
