package io.redress.cases.app.evidence;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.text.PhraseScanner;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.Pipe;
import java.nio.file.Path;
import java.util.Optional;

/** Takes a file in, part by part, into a place of its own, and says what it is. */
public interface EvidenceIntake {

    /**
     * What came in whole.
     *
     * @param path of a file that belongs to the receiver
     */
    record Received(Path path, String sha256, long bytes) {}

    /** Refused with file-too-large as soon as it is; leaves nothing behind when it is refused or fails. */
    Future<Outcome<Received>> receive(Pipe<Buffer> body, long mostBytes);

    /**
     * What the content is, whatever it is called or said to be.
     *
     * @param fileName tells apart what looks the same, such as office documents
     * @return the media type; empty if it is none of those that are taken, or contradicts what was declared
     */
    Future<Optional<String>> mediaType(Path path, String fileName, Optional<String> declared);

    /** The part of a plain text that holds one of the phrases; empty where there is none, or it is no plain text. */
    Future<Optional<String>> find(Path path, String mediaType, PhraseScanner phrases);

    /** Deletes what was received, if it is still there. */
    Future<Void> discard(Path path);

    /** Deletes what uploads that can no longer be under way have left behind. */
    Future<Void> sweep();
}
