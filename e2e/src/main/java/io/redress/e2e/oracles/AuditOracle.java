package io.redress.e2e.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** I4, as every service sees it itself: its chains, its aggregates' heads and what it has signed agree. */
public final class AuditOracle implements Oracle {

    /** A whole history is read. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final SuiteAddress suite;

    public AuditOracle(SuiteAddress suite) {
        this.suite = suite;
    }

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public String guarantees() {
        return "no service finds a problem in its own history, heads and checkpoints";
    }

    @Override
    public List<Violation> check() {
        List<Violation> found = new ArrayList<>();
        suite.management()
                .forEach((service, instances) -> instances.forEach(origin -> {
                    HttpAnswer answer = new HttpJson(origin, LIMIT).get("/audit", Map.of());
                    JsonNode problems = answer.body().path("problems");
                    if (!answer.succeeded() || !problems.isArray()) {
                        found.add(new Violation(id(), service.service() + " does not say: " + answer.brief()));
                    }
                    problems.forEach(
                            problem -> found.add(new Violation(id(), service.service() + ": " + problem.asText())));
                }));
        return List.copyOf(found);
    }
}
