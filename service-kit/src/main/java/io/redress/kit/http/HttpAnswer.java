package io.redress.kit.http;

import io.redress.kit.command.Revision;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer, whole: what is stored for a replay and what goes out are the same bytes.
 *
 * @param headers content type, ETag, Location; not the date or the request id
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final String JSON = "application/json";

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public static HttpAnswer ok(Object record) {
        return of(200, record);
    }

    public static HttpAnswer of(int status, Object record) {
        return new HttpAnswer(status, Map.of("Content-Type", JSON), Json.bytes(record));
    }

    /** Something that is not JSON, as it is. */
    public static HttpAnswer bytes(String contentType, byte[] body) {
        return new HttpAnswer(200, Map.of("Content-Type", contentType), body);
    }

    /** A part of a list, with a Link to the next one that keeps the caller's filters. */
    public static HttpAnswer page(ApiRequest request, Page<?> page) {
        return part(request, page, page);
    }

    /** A record that holds a part of a list among other things, with a Link as a page has it. */
    public static HttpAnswer part(ApiRequest request, Object record, Page<?> page) {
        HttpAnswer answer = ok(record);
        return page.next() == null
                ? answer
                : answer.withHeader("Link", "<" + request.withCursor(page.next()) + ">; rel=\"next\"");
    }

    public static HttpAnswer notFound() {
        throw new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id");
    }

    public HttpAnswer withRevision(Revision revision) {
        return withHeader("ETag", etag(revision.version()));
    }

    /** With the SHA-256 of the body as its ETag, for what has no version. */
    public HttpAnswer withBodyTag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return withHeader("ETag", '"' + HexFormat.of().formatHex(digest) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public HttpAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, body);
    }

    static String etag(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
