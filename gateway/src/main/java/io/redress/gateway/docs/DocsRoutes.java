package io.redress.gateway.docs;

import com.scalar.maven.core.ScalarHtmlRenderer;
import io.redress.gateway.docs.ProblemCatalogue.Row;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What the suite says about itself, without a token: the OpenAPI and AsyncAPI documents, a page to read the API on, and
 * a page for the {@code type} of every problem. Read once; nothing on the page comes from anywhere else.
 */
public final class DocsRoutes {

    private static final String CACHED = "public, max-age=300";
    private static final String NOTHING_ACTIVE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    /** The page's own scripts, and the style elements that they make; data and requests to this origin only. */
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "connect-src 'self'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final Buffer openApiYaml;
    private final Buffer openApiJson;
    private final Buffer asyncApi;
    private final Buffer page;
    private final Buffer pageStart;
    private final Buffer pageScript;
    private final ProblemCatalogue problems;

    private DocsRoutes(OpenApiBundle bundle) throws IOException {
        this.openApiYaml = Buffer.buffer(bundle.yaml());
        this.openApiJson = new JsonObject(bundle.document()).toBuffer();
        this.asyncApi = resource("/asyncapi.yaml");
        this.page = resource("/docs/index.html");
        this.pageStart = resource("/docs/start.js");
        this.pageScript = Buffer.buffer(ScalarHtmlRenderer.getScalarJsContent());
        this.problems = ProblemCatalogue.of(resource("/problems.md").toString());
    }

    /** @throws IllegalStateException if the contracts do not fit together, or a document is not on the class path */
    public static DocsRoutes fromClassPath() {
        try {
            return new DocsRoutes(OpenApiBundle.fromClassPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void mount(Router router) {
        router.get("/openapi.yaml").handler(routing -> send(routing, "application/yaml", NOTHING_ACTIVE, openApiYaml));
        router.get("/openapi.json").handler(routing -> send(routing, "application/json", NOTHING_ACTIVE, openApiJson));
        router.get("/asyncapi.yaml").handler(routing -> send(routing, "application/yaml", NOTHING_ACTIVE, asyncApi));
        router.get("/docs").handler(routing -> send(routing, "text/html; charset=utf-8", PAGE_POLICY, page));
        router.get("/docs/start.js")
                .handler(routing -> send(routing, "text/javascript; charset=utf-8", NOTHING_ACTIVE, pageStart));
        router.get("/docs/scalar.js")
                .handler(routing -> send(routing, "text/javascript; charset=utf-8", NOTHING_ACTIVE, pageScript));
        router.get("/problems/:code").handler(this::problem);
    }

    private void problem(RoutingContext routing) {
        String code = routing.pathParam("code");
        Optional<List<Row>> rows = problems.find(code);
        if (rows.isEmpty()) {
            routing.next();
            return;
        }
        routing.response().putHeader("Vary", "Accept");
        String wanted =
                Optional.ofNullable(routing.request().getHeader("Accept")).orElse("");
        if (wanted.contains("text/html")) {
            String html = ProblemCatalogue.html(code, rows.get());
            send(routing, "text/html; charset=utf-8", NOTHING_ACTIVE, Buffer.buffer(html));
        } else if (wanted.contains("json")) {
            send(routing, "application/json", NOTHING_ACTIVE, json(code, rows.get()));
        } else {
            String markdown = ProblemCatalogue.markdown(code, rows.get());
            send(routing, "text/markdown; charset=utf-8", NOTHING_ACTIVE, Buffer.buffer(markdown));
        }
    }

    private static Buffer json(String code, List<Row> rows) {
        JsonArray meanings = new JsonArray();
        rows.forEach(row -> meanings.add(new JsonObject()
                .put("from", row.from())
                .put("status", row.status())
                .put("meaning", row.meaning())
                .put("remedy", row.remedy())));
        return new JsonObject().put("code", code).put("meanings", meanings).toBuffer();
    }

    private static void send(RoutingContext routing, String type, String policy, Buffer body) {
        routing.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", CACHED)
                .putHeader("Content-Security-Policy", policy)
                .end(body);
    }

    private static Buffer resource(String name) throws IOException {
        try (InputStream in = DocsRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return Buffer.buffer(in.readAllBytes());
        }
    }
}
