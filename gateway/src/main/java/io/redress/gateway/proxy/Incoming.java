package io.redress.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** A service's answer, whatever its status. */
public sealed interface Incoming {

    int status();

    MultiMap headers();

    /** An answer that has been read to its end. */
    record Whole(int status, MultiMap headers, Buffer body) implements Incoming {}

    /** A file that has begun; it is paused and belongs to the reader. */
    record File(HttpClientResponse response) implements Incoming {

        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public MultiMap headers() {
            return response.headers();
        }

        /** Nobody reads on. */
        public void cancel() {
            response.exceptionHandler(reset -> {});
            response.request().reset();
        }
    }

    /** A stream of events that has begun; it is paused and belongs to the reader, who ends it. */
    record Events(HttpClientResponse response) implements Incoming {

        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public MultiMap headers() {
            return response.headers();
        }

        /** Ends the stream at the service's side; what was to follow is of no interest. */
        public void cancel() {
            response.exceptionHandler(reset -> {});
            response.request().reset();
        }
    }
}
