package io.redress.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.suite.ServiceName;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "verify-audit",
        description = "Recomputes every history chain of every service.",
        mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int held = 0;
        int failed = 0;
        for (ServiceName service : ServiceName.values()) {
            HttpAnswer answer = redress.suite().management(service).get("/audit", Map.of());
            JsonNode problems = answer.body().path("problems");
            boolean intact = answer.succeeded() && problems.isArray() && problems.isEmpty();
            String name = service.service() + ": history chains are intact";
            if (intact) {
                held++;
                out.println("ok " + name + " (" + answer.body().path("subjects").asLong() + " subjects, "
                        + answer.body().path("rows").asLong() + " events)");
            } else {
                failed++;
                out.println("FAILED " + name + ": expected no problems, got " + answer.status() + " " + answer.body());
            }
        }
        out.println("verify-audit: " + held + " ok, " + failed + " failed");
        return failed == 0 ? Redress.HELD : Redress.FAILED;
    }
}
