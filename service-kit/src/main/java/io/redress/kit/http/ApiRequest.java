package io.redress.kit.http;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.redress.kit.text.WrittenText;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request that is authenticated, authorised and valid by the contract. */
public final class ApiRequest {

    private final RoutingContext routing;
    private final byte[] body;

    ApiRequest(RoutingContext routing, byte[] body) {
        this.routing = routing;
        this.body = body;
    }

    public String path(String name) {
        return routing.pathParam(name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(routing.queryParams().get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * Which of the media types that are offered the caller would rather have; the first one if it does not say.
     *
     * @throws ProblemException not-acceptable when it takes none of them
     */
    public String preferred(String... offered) {
        return AcceptedType.of(routing.request().headers().getAll("Accept"), List.of(offered))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE, "accept one of " + String.join(", ", offered)));
    }

    /** The body as a record of the service's own. */
    public <T> T body(Class<T> type) {
        return Json.read(body, type);
    }

    /** Every text of the body, names of free members included, but for those under these members of the body. */
    public List<WrittenText> texts(String... except) {
        return BodyTexts.of(body, Set.of(except));
    }

    public PageRequest page() {
        return PageRequest.of(query("limit"), query("cursor"));
    }

    /** This request's target with another cursor. */
    String withCursor(String cursor) {
        QueryStringEncoder target = new QueryStringEncoder(routing.request().path());
        routing.queryParams().forEach(parameter -> {
            if (!parameter.getKey().equals("cursor")) {
                target.addParam(parameter.getKey(), parameter.getValue());
            }
        });
        target.addParam("cursor", cursor);
        return target.toString();
    }

    byte[] rawBody() {
        return body;
    }
}
