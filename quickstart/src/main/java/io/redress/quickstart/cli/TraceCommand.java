package io.redress.quickstart.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.trace.Trace;
import io.redress.quickstart.trace.TraceFinder;
import io.redress.quickstart.trace.TraceText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "trace",
        description = "Shows a request, its events and their effects across the services.",
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "Of a request (X-Request-Id), a trace, an event, or an aggregate such as pen_… or cas_….")
    private String id;

    @Option(names = "--json", description = "As one JSON document.")
    private boolean asJson;

    @Override
    public Integer call() throws JsonProcessingException {
        redress.suite().running();
        Map<String, HttpJson> services = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            services.put(service.service(), redress.suite().management(service));
        }
        Trace trace = new TraceFinder(services).find(id);
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(JSON.writeValueAsString(trace));
        } else {
            TraceText.of(trace).forEach(out::println);
            if (trace.isEmpty()) {
                out.println("nothing is known under " + id);
            }
        }
        return trace.isEmpty() ? Redress.FAILED : Redress.HELD;
    }
}
