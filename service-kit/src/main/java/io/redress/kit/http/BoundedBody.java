package io.redress.kit.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;

/** Keeps an answer's body up to a size, and fails beyond it. */
final class BoundedBody implements BodyStream<Buffer> {

    private final int most;
    private final Buffer body = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();

    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public Future<Buffer> result() {
        return whole.future();
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        if (body.length() + chunk.length() > most) {
            IllegalStateException tooLong = new IllegalStateException("an answer of more than " + most + " bytes");
            whole.tryFail(tooLong);
            return Future.failedFuture(tooLong);
        }
        body.appendBuffer(chunk);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
        whole.tryComplete(body);
        return Future.succeededFuture();
    }

    @Override
    public void handle(Throwable broken) {
        whole.tryFail(broken);
    }

    /** It keeps up with any sender. */
    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public BoundedBody setWriteQueueMaxSize(int size) {
        return this;
    }

    @Override
    public BoundedBody drainHandler(Handler<Void> handler) {
        return this;
    }

    @Override
    public BoundedBody exceptionHandler(Handler<Throwable> handler) {
        return this;
    }
}
