package io.redress.benchmarks.suite;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The rulebooks of the sample, registered as a rule-owner does it. */
public final class Rules {

    /** The one that is in force now. */
    public static final int NEWEST = 12;

    private Rules() {}

    public static void register(Infrastructure infrastructure, ServiceProcess penalties) {
        String owner = infrastructure.issuer().staff("rules-1", "rule-owner");
        try (ClosedLoop loop = new ClosedLoop(infrastructure.vertx(), penalties.port())) {
            for (int version : List.of(11, NEWEST)) {
                Call post = Call.post("/v1/rulebooks/" + version, owner, "bench-rules-" + version, document(version));
                loop.one(new Call(HttpMethod.PUT, post.path(), post.headers(), post.body()), 200);
            }
        }
    }

    private static String document(int version) {
        try (InputStream sample = Rules.class.getResourceAsStream("/sample/rulebook-" + version + ".yaml")) {
            Map<String, Object> document = new Yaml().load(sample);
            return Json.encode(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
