package io.redress.quickstart.cli;

import io.redress.quickstart.suite.Instance;
import io.redress.quickstart.suite.ProcessTable;
import io.redress.quickstart.suite.ServiceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "logs", description = "Shows the end of the suite's log.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Only the lines that name this service.")
    private String service;

    @Option(names = "--lines", defaultValue = "200", description = "How many at most; default ${DEFAULT-VALUE}.")
    private int lines;

    @Override
    public Integer call() {
        Path logs = redress.dataDirectory().resolve("logs");
        Optional<ServiceName> name = Optional.ofNullable(service).map(given -> ServiceName.find(given)
                .orElseThrow(() -> new IllegalArgumentException("no service " + given)));
        List<Path> own = name.map(known -> ofProcesses(logs, known)).orElse(List.of());
        PrintWriter out = spec.commandLine().getOut();
        if (!own.isEmpty()) {
            for (Path log : own) {
                if (own.size() > 1) {
                    out.println("== " + log.getFileName());
                }
                last(log, lines, line -> true).forEach(out::println);
            }
            return Redress.HELD;
        }
        Path suite = logs.resolve("suite.log");
        if (!Files.exists(suite)) {
            throw new NotRunning(redress.dataDirectory());
        }
        last(suite, lines, name.map(LogsCommand::linesOf).orElse(line -> true)).forEach(out::println);
        return Redress.HELD;
    }

    /** The logs of the service's own processes, if the suite runs as processes. */
    private List<Path> ofProcesses(Path logs, ServiceName name) {
        return ProcessTable.read(redress.dataDirectory()).stream()
                .filter(row -> row.instance().map(Instance::service).equals(Optional.of(name)))
                .map(row -> logs.resolve(row.name() + ".log"))
                .filter(Files::exists)
                .toList();
    }

    private static Predicate<String> linesOf(ServiceName name) {
        String quoted = "\"" + name.service() + "\"";
        String logger = "io.redress." + name.schema() + ".";
        return line -> line.contains(quoted) || line.contains(logger);
    }

    static List<String> lastLines(Path file, int count) {
        return Files.exists(file) ? last(file, count, line -> true) : List.of();
    }

    private static List<String> last(Path file, int count, Predicate<String> wanted) {
        ArrayDeque<String> end = new ArrayDeque<>();
        try (Stream<String> all = Files.lines(file, StandardCharsets.UTF_8)) {
            all.filter(wanted).forEach(line -> {
                end.addLast(line);
                if (end.size() > count) {
                    end.removeFirst();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(end);
    }
}
