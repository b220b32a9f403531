package io.redress.kit.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A body as it comes in, part by part. The stream is paused; it fails when the sender breaks off or takes too long.
 *
 * @param declaredType the media type that the sender says it has, without parameters
 * @param declaredLength the bytes that the sender says there are; empty where they are sent in chunks
 */
public record IncomingBody(Optional<String> declaredType, OptionalLong declaredLength, ReadStream<Buffer> bytes) {}
