package io.redress.cases.client;

import io.redress.cases.app.joint.PeerRefusal;
import io.redress.cases.domain.EffectLine;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.MachineTokens;
import io.redress.kit.http.PeerClient;
import io.redress.kit.http.PeerHeaders;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalKind;
import io.redress.kit.resilience.Guard;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.Map;

/**
 * A service that can say what a ruling would change. Its refusals are passed on under their own codes; that it cannot
 * be reached, or fails, is the guard's to say.
 */
public final class PreviewPeer {

    private static final int OK = 200;
    private static final int SERVER_ERRORS = 500;
    private static final Map<Integer, RefusalKind> REFUSALS =
            Map.of(422, RefusalKind.RULE, 409, RefusalKind.STATE, 404, RefusalKind.NOT_FOUND);

    private final String name;
    private final String baseUrl;
    private final WebClient client;
    private final MachineTokens tokens;
    private final Guard guard;
    private final Tracing tracing;

    /** @param baseUrl without a path, for example {@code http://127.0.0.1:8082} */
    public PreviewPeer(
            String name, String baseUrl, WebClient client, MachineTokens tokens, Guard guard, Tracing tracing) {
        this.name = name;
        this.baseUrl = baseUrl;
        this.client = client;
        this.tokens = tokens;
        this.guard = guard;
        this.tracing = tracing;
    }

    Future<Outcome<List<EffectLine>>> preview(String path, JsonObject question, CommandContext context) {
        return tracing.within(Kind.CLIENT, "preview of " + name, context.trace(), span -> guard.call(
                        () -> ask(path, question, context.at(span.context())))
                .map(this::answer));
    }

    private Future<HttpResponse<Buffer>> ask(String path, JsonObject question, CommandContext context) {
        return tokens.authorization()
                .compose(authorization -> PeerHeaders.carry(
                                client.postAbs(baseUrl + path).as(PeerClient.answer()), context)
                        .putHeader("Authorization", authorization)
                        .sendJsonObject(question))
                .map(response -> {
                    if (response.statusCode() >= SERVER_ERRORS) {
                        throw new IllegalStateException(name + " answered " + response.statusCode());
                    }
                    return response;
                });
    }

    private Outcome<List<EffectLine>> answer(HttpResponse<Buffer> response) {
        if (response.statusCode() == OK) {
            return EffectLines.read(response.bodyAsJsonObject());
        }
        RefusalKind kind = REFUSALS.get(response.statusCode());
        if (kind == null) {
            throw new IllegalStateException(name + " answered " + response.statusCode() + " to a preview");
        }
        JsonObject problem = response.bodyAsJsonObject();
        return Outcome.refused(
                Refusal.of(new PeerRefusal(problem.getString("code"), kind), problem.getString("detail", "")));
    }
}
