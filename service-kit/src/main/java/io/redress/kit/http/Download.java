package io.redress.kit.http;

import io.redress.kit.command.CommandContext;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A file to be sent in parts.
 *
 * @param headers content type and what else is said about it; the length is said by the edge
 * @param length bytes, all of which the stream has
 * @param close to be called once, however far it was read
 */
public record Download(
        Map<String, String> headers, long length, ReadStream<Buffer> bytes, Supplier<Future<Void>> close) {

    public Download {
        headers = Map.copyOf(headers);
    }

    /** An operation whose answer is a file. Fails with {@link ProblemException} or {@link RefusedRead}. */
    @FunctionalInterface
    public interface Operation {
        Future<Download> open(ApiRequest request, CommandContext context);
    }
}
