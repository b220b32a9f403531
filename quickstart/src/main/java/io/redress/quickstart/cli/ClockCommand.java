package io.redress.quickstart.cli;

import io.redress.quickstart.http.HttpAnswer;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "clock",
        description = "Reads the suite's business time and moves it forward.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "now|set|advance")
final class ClockCommand implements Runnable {

    private static final int REFUSED = 409;
    private static final int MALFORMED = 400;

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new IllegalArgumentException("usage: redress clock now|set T|advance [DURATION | --until T]");
    }

    @Command(name = "now", description = "Prints the business time.", mixinStandardHelpOptions = true)
    int now() {
        return show(redress.suite().control().get("/control/clock", Map.of()));
    }

    @Command(name = "set", description = "Jumps to a time at once.", mixinStandardHelpOptions = true)
    int set(@Parameters(paramLabel = "T", description = "RFC 3339 with offset.") String to) {
        return move("/control/clock/set", Map.of("to", to));
    }

    @Command(
            name = "advance",
            description = "Goes forward from deadline to deadline; without an argument to the next one.",
            mixinStandardHelpOptions = true)
    int advance(
            @Parameters(arity = "0..1", paramLabel = "DURATION", description = "ISO 8601, for example P1D.")
                    String duration,
            @Option(names = "--until", paramLabel = "T", description = "RFC 3339 with offset.") String until) {
        if (duration != null && until != null) {
            throw new IllegalArgumentException("either a duration or --until, not both");
        }
        if (until != null) {
            return move("/control/clock/advance", Map.of("until", until));
        }
        return move("/control/clock/advance", duration == null ? Map.of() : Map.of("duration", duration));
    }

    private int move(String path, Map<String, String> body) {
        return show(redress.suite().control().sendJson("POST", path, Map.of(), body));
    }

    private int show(HttpAnswer answer) {
        if (answer.succeeded()) {
            spec.commandLine().getOut().println(answer.body().path("now").asText());
            return Redress.HELD;
        }
        spec.commandLine().getErr().println(answer.body().path("detail").asText(answer.brief()));
        boolean usage = answer.status() == REFUSED || answer.status() == MALFORMED;
        return usage ? Redress.UNUSABLE : Redress.FAILED;
    }
}
