package io.redress.cases.files;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bucket as the S3 API describes it, as far as the store uses it: PUT, GET and DELETE of an object by its path. It looks
 * at whose key signed a request (Signature Version 4), and whether the body is the one that was signed, but does not
 * compute the signature again.
 */
final class Bucket implements AutoCloseable {

    private static final String SIGNED_BY = "AWS4-HMAC-SHA256 Credential=key/";

    private final Map<String, Buffer> objects = new ConcurrentHashMap<>();
    private final HttpServer server;

    Bucket(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                .listen(0, "127.0.0.1")
                .await();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    Map<String, Buffer> objects() {
        return Map.copyOf(objects);
    }

    private void answer(HttpServerRequest request, Buffer body) {
        String authorization = String.valueOf(request.getHeader("Authorization"));
        if (!authorization.startsWith(SIGNED_BY)) {
            refuse(request, 403, "InvalidAccessKeyId");
            return;
        }
        switch (request.method().name()) {
            case "PUT" -> put(request, body);
            case "GET" -> {
                Buffer found = objects.get(request.path());
                if (found == null) {
                    refuse(request, 404, "NoSuchKey");
                } else {
                    request.response()
                            .putHeader("Content-Type", "binary/octet-stream")
                            .end(found);
                }
            }
            case "DELETE" -> {
                objects.remove(request.path());
                request.response().setStatusCode(204).end();
            }
            default -> refuse(request, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpServerRequest request, Buffer body) {
        String signed = request.getHeader("x-amz-content-sha256");
        if (!sha256(body).equals(signed)) {
            refuse(request, 400, "XAmzContentSHA256Mismatch");
            return;
        }
        objects.put(request.path(), body);
        request.response().putHeader("ETag", "\"of the object\"").end();
    }

    private static void refuse(HttpServerRequest request, int status, String code) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/xml")
                .end("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + code
                        + "</Message></Error>");
    }

    private static String sha256(Buffer body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close().await();
    }
}
