package io.redress.kit.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.Pipe;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A body as it comes in, part by part. It waits until it is asked for, and fails when the sender breaks off
 * or takes too long, whenever that is.
 *
 * @param declaredType the media type that the sender says it has, without parameters
 * @param declaredLength the bytes that the sender says there are; empty where they are sent in chunks
 */
public record IncomingBody(Optional<String> declaredType, OptionalLong declaredLength, Pipe<Buffer> bytes) {}
