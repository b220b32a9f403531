package io.redress.cases.files;

import io.redress.cases.app.evidence.AddEvidence;
import io.redress.cases.app.evidence.EvidenceIntake;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.text.PhraseScanner;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.Pipe;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Files on their way in, and copies on their way out, in a directory of this machine's. Each has a name of its own; one
 * that is older than any upload lasts is of a process that is no more, and is swept, whoever shares the directory.
 */
public final class EvidenceSpool implements EvidenceIntake {

    private final Vertx vertx;
    private final Path directory;
    private final ContentTypes types;
    private final Ids ids;
    private final MachineClock clock;
    private final Duration longestUse;

    /** @param longestUse after which nothing here is in use any more */
    public EvidenceSpool(
            Vertx vertx, Path directory, ContentTypes types, Ids ids, MachineClock clock, Duration longestUse) {
        this.vertx = vertx;
        this.directory = directory;
        this.types = types;
        this.ids = ids;
        this.clock = clock;
        this.longestUse = longestUse;
    }

    @Override
    public Future<Outcome<Received>> receive(Pipe<Buffer> body, long mostBytes) {
        return place().compose(path -> open(path)
                .onFailure(failure -> body.close())
                .compose(file -> receive(body, mostBytes, path, file))
                .recover(failure -> discard(path)
                        .transform(discarded -> tooLarge(failure)
                                ? Future.succeededFuture(Outcome.refused(AddEvidence.tooLarge(mostBytes)))
                                : Future.failedFuture(failure))));
    }

    private static Future<Outcome<Received>> receive(Pipe<Buffer> body, long mostBytes, Path path, AsyncFile file) {
        HashingSink sink = new HashingSink(file, mostBytes);
        return body.endOnComplete(false).to(sink).transform(read -> {
            sink.over();
            return file.close()
                    .compose(closed -> read.succeeded()
                            ? Future.succeededFuture(Outcome.done(new Received(path, sink.sha256(), sink.bytes())))
                            : Future.failedFuture(read.cause()));
        });
    }

    private static boolean tooLarge(Throwable failure) {
        return failure instanceof HashingSink.TooLarge
                || (failure.getCause() != null && failure.getCause() instanceof HashingSink.TooLarge);
    }

    private Future<AsyncFile> open(Path path) {
        return vertx.fileSystem()
                .open(
                        path.toString(),
                        new OpenOptions().setRead(false).setCreateNew(true).setPerms("rw-------"));
    }

    /** A name that nobody else has, in a directory that is there. */
    Future<Path> place() {
        return vertx.executeBlocking(() -> Files.createDirectories(directory), false)
                .map(made -> directory.resolve(ids.next("in")));
    }

    @Override
    public Future<Optional<String>> mediaType(Path path, String fileName, Optional<String> declared) {
        return vertx.executeBlocking(() -> types.of(path, fileName, declared), false);
    }

    @Override
    public Future<Optional<String>> find(Path path, String mediaType, PhraseScanner phrases) {
        return TextParts.readable(mediaType)
                ? vertx.executeBlocking(() -> TextParts.find(path, phrases), false)
                : Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Void> discard(Path path) {
        return vertx.executeBlocking(() -> Files.deleteIfExists(path), false).mapEmpty();
    }

    @Override
    public Future<Void> sweep() {
        Instant oldest = clock.now().minus(longestUse);
        return vertx.executeBlocking(
                () -> {
                    sweep(oldest);
                    return null;
                },
                false);
    }

    private void sweep(Instant oldest) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path one : all) {
                if (Files.getLastModifiedTime(one).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }
}
