package io.redress.benchmarks.suite;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The organisation of the sample, put as an operator does it. */
public final class Organisation {

    private Organisation() {}

    public static void put(Infrastructure infrastructure, ServiceProcess cases) {
        String operator = infrastructure.issuer().staff("ops-1", "operator");
        try (InputStream sample = Organisation.class.getResourceAsStream("/sample/org.yaml");
                ClosedLoop loop = new ClosedLoop(infrastructure.vertx(), cases.port())) {
            Map<String, Object> organisation = new Yaml().load(sample);
            Call post = Call.post("/v1/org", operator, "bench-org", Json.encode(organisation));
            loop.one(new Call(HttpMethod.PUT, post.path(), post.headers(), post.body()), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
