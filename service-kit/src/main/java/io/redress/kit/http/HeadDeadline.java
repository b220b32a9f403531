package io.redress.kit.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which a request has begun whose headers do not end in time. It stands on both sides of the
 * decoder: before it bytes arrive, behind it requests do.
 */
final class HeadDeadline {

    private static final String DECODER = "httpDecoder";

    private final Duration limit;
    private final Runnable late;
    private boolean inRequest;
    private boolean inHead;
    private Future<?> deadline;

    private HeadDeadline(Duration limit, Runnable late) {
        this.limit = limit;
        this.late = late;
    }

    /** To be called before the connection has read anything. */
    static void require(HttpConnection connection, Duration limit, Runnable late) {
        HeadDeadline one = new HeadDeadline(limit, late);
        ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        pipeline.addBefore(DECODER, "bytesOfHead", one.new Bytes());
        pipeline.addAfter(DECODER, "endOfHead", one.new Requests());
    }

    private void cancel() {
        inHead = false;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private final class Bytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            boolean first = !inRequest && !inHead;
            inHead = inHead || first;
            context.fireChannelRead(bytes);
            // most heads come whole: the decoder has passed the request on by now
            if (inHead && deadline == null) {
                deadline = context.executor().schedule(() -> expire(context), limit.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            cancel();
            context.fireChannelInactive();
        }

        private void expire(ChannelHandlerContext context) {
            late.run();
            context.close();
        }
    }

    private final class Requests extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                cancel();
                inRequest = true;
            }
            if (message instanceof LastHttpContent) {
                inRequest = false;
            }
            context.fireChannelRead(message);
        }
    }
}
