package io.redress.gateway.proxy;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;

/**
 * Refuses a request whose end or host can be read in two ways, where the decoder would choose one of them: a proxy in
 * front may have chosen the other, and then taken the rest for a request of its own (RFC 9112, 6.3 and 3.2). Nothing
 * behind such a request is read. Lengths that contradict each other are refused by the decoder itself.
 */
final class StrictFraming extends VertxHttpRequestDecoder {

    private static final String DECODER = "httpDecoder";

    private StrictFraming(HttpServerOptions options) {
        super(options);
    }

    /** To be called before the connection has read anything. */
    static void require(HttpConnection connection, HttpServerOptions options) {
        ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        pipeline.replace(DECODER, DECODER, new StrictFraming(options));
    }

    /** The decoder asks when it has all headers and has not begun with the body; what it catches makes a bad message. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        if (message != null) {
            check(message.protocolVersion(), message.headers());
        }
        return super.isContentAlwaysEmpty(message);
    }

    private static void check(HttpVersion version, HttpHeaders headers) {
        List<String> transfer = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!transfer.isEmpty()) {
            boolean plainlyChunked =
                    transfer.size() == 1 && transfer.get(0).strip().equalsIgnoreCase("chunked");
            if (!plainlyChunked || !version.equals(HttpVersion.HTTP_1_1)) {
                throw new IllegalArgumentException("a transfer encoding other than chunked of HTTP/1.1");
            }
            if (headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
                throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
            }
        }
        if (headers.getAll(HttpHeaderNames.HOST).size() > 1) {
            throw new IllegalArgumentException("more than one Host");
        }
    }
}
