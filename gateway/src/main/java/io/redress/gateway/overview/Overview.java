package io.redress.gateway.overview;

import io.redress.gateway.Upstream;
import io.redress.gateway.overview.Finding.Missing;
import io.redress.gateway.overview.Finding.Reason;
import io.redress.gateway.overview.Finding.Shown;
import io.redress.gateway.overview.Finding.Unknown;
import io.redress.gateway.proxy.Incoming;
import io.redress.gateway.proxy.Outgoing;
import io.redress.gateway.proxy.Proxy;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where a merchant stands, from four services at once, each asked with the caller's own token behind its own guard. One
 * that fails takes nothing from the others: its part is listed as missing. Whose merchant it is, the services say; one
 * that answers 404 is believed. The gateway knows no rule about what is in a part: it cuts lists and passes them on.
 */
public final class Overview {

    private static final int MAX_ITEMS = 20;
    private static final int RETRY_SECONDS = 5;

    private static final List<Part> PARTS = List.of(
            new Part("standing", Upstream.PENALTIES, "/v1/merchants/%s/standing", "shops", false),
            new Part("cases", Upstream.CASES, "/v1/cases?merchantId=%s&open=true&limit=" + MAX_ITEMS, "items", false),
            new Part("money", Upstream.REFUNDS, "/v1/claims?merchantId=%s&limit=" + MAX_ITEMS, "items", false),
            new Part("notices", Upstream.NOTIFICATIONS, "/v1/notices?unread=true&limit=" + MAX_ITEMS, "items", true));

    private final Proxy proxy;
    private final Duration patience;

    /** @param patience how long a part is waited for */
    public Overview(Proxy proxy, Duration patience) {
        this.proxy = proxy;
        this.patience = patience;
    }

    /** Fails with a problem if no part is there, or a service says that the merchant is not. */
    public Future<HttpAnswer> answer(ApiRequest request, CommandContext context) {
        String merchantId = request.path("merchantId");
        List<Future<Finding>> asked =
                PARTS.stream().map(part -> ask(part, merchantId, context)).toList();
        return Future.all(asked).map(all -> put(merchantId, all.<Finding>list()));
    }

    private Future<Finding> ask(Part part, String merchantId, CommandContext context) {
        if (!part.isAbout(merchantId, context.caller())) {
            return Future.succeededFuture(new Missing(Reason.NOT_PERMITTED));
        }
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + context.caller().bearer());
        headers.set(HttpHeaders.ACCEPT, "application/json, application/problem+json");
        headers.set(Proxy.REQUEST_ID, context.requestId());
        context.traceparent().ifPresent(parent -> headers.set("traceparent", parent));
        return proxy.pass(part.upstream(), Outgoing.get(part.uri(merchantId), headers))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .map(answer -> judge(part, answer))
                .otherwise(failure -> new Missing(timedOut(failure) ? Reason.TIMEOUT : Reason.UNAVAILABLE));
    }

    private static Finding judge(Part part, Incoming answer) {
        return switch (answer.status()) {
            case 200 -> answer instanceof Incoming.Whole whole ? shown(part, whole) : new Missing(Reason.UNAVAILABLE);
            case 404 -> new Unknown();
            case 401, 403 -> new Missing(Reason.NOT_PERMITTED);
            default -> new Missing(Reason.UNAVAILABLE);
        };
    }

    private static Finding shown(Part part, Incoming.Whole answer) {
        JsonObject body = answer.body().toJsonObject();
        JsonArray all = body.getJsonArray(part.list());
        if (all == null) {
            return new Missing(Reason.UNAVAILABLE);
        }
        JsonArray items = new JsonArray();
        all.stream().limit(MAX_ITEMS).forEach(items::add);
        return new Shown(new JsonObject()
                .put("items", items)
                .put("count", all.size())
                .put("more", all.size() > MAX_ITEMS || body.containsKey("next")));
    }

    private static boolean timedOut(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof PeerUnavailable && failure.getCause() != null && timedOut(failure.getCause());
    }

    private static HttpAnswer put(String merchantId, List<Finding> findings) {
        if (findings.stream().anyMatch(Unknown.class::isInstance)) {
            return HttpAnswer.notFound();
        }
        if (findings.stream().noneMatch(Shown.class::isInstance)) {
            throw none(findings);
        }
        JsonObject overview = new JsonObject().put("merchantId", merchantId);
        JsonArray missing = new JsonArray();
        for (int i = 0; i < findings.size(); i++) {
            String name = PARTS.get(i).name();
            if (findings.get(i) instanceof Shown shown) {
                overview.put(name, shown.part());
            } else if (findings.get(i) instanceof Missing absent) {
                missing.add(new JsonObject()
                        .put("part", name)
                        .put("reason", absent.reason().name()));
            }
        }
        overview.put("missing", missing);
        return new HttpAnswer(
                200,
                Map.of("Content-Type", "application/json"),
                overview.toBuffer().getBytes());
    }

    private static ProblemException none(List<Finding> findings) {
        boolean permitted = findings.stream()
                .anyMatch(finding -> finding instanceof Missing missing && missing.reason() != Reason.NOT_PERMITTED);
        return permitted
                ? ProblemException.retryAfter(
                        ProblemType.DEPENDENCY_UNAVAILABLE, "no part of the overview is available", RETRY_SECONDS)
                : new ProblemException(ProblemType.FORBIDDEN, "this caller may not do this");
    }
}
