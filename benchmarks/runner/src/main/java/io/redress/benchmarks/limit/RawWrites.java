package io.redress.benchmarks.limit;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Program;
import io.redress.infra.Provisioning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit: the statements that the service sends, prepared, one commit each, by pgbench on as many connections. */
public final class RawWrites implements Contender {

    private static final int CONNECTIONS = 8;
    private static final Pattern PROCESSED =
            Pattern.compile("number of transactions actually processed: (\\d+)/(\\d+)");

    private final Infrastructure infrastructure;
    private final String schema;
    private final Path pgbench;
    private final LimitScript script;
    private final Path file;
    private final int operations;
    private int written;

    public RawWrites(Infrastructure infrastructure, String schema, Path pgbench, LimitScript script, int operations) {
        this.schema = schema;
        this.infrastructure = infrastructure;
        this.pgbench = pgbench;
        this.script = script;
        this.operations = operations;
        this.file = infrastructure.directory().resolve("limit.sql");
        try {
            Files.writeString(file, script.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often. */
    public int written() {
        return written;
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public int operations() {
        return operations;
    }

    @Override
    public int warmUp() {
        return operations;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("postgres", infrastructure.postgres().pid(), true));
    }

    @Override
    public void wake() {
        infrastructure.postgres().execute("CHECKPOINT");
    }

    @Override
    public void work(int count) {
        int each = count / CONNECTIONS;
        List<String> command = new ArrayList<>(List.of(
                pgbench.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CONNECTIONS,
                "--jobs=1",
                "--transactions=" + each,
                "--file=" + file,
                "--define=n=0",
                "--define=per_client=" + each,
                "--define=base=" + written));
        script.values().forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.addAll(List.of(
                "--host=127.0.0.1",
                "--port=" + infrastructure.postgres().port(),
                "--username=" + Provisioning.app(schema),
                Provisioning.DATABASE));
        String said = Program.output(
                infrastructure.directory(),
                Map.of(
                        "PGPASSWORD",
                        Infrastructure.passwordOf(Provisioning.app(schema)),
                        "PGOPTIONS",
                        "-c search_path=" + schema + ",ext"),
                command);
        Matcher processed = PROCESSED.matcher(said);
        if (!processed.find() || !processed.group(1).equals(Integer.toString(each * CONNECTIONS))) {
            throw new IllegalStateException("pgbench has not written " + each * CONNECTIONS + " times:\n" + said);
        }
        written += each * CONNECTIONS;
    }

    /** Nobody is to publish these events. */
    @Override
    public void rest() {
        infrastructure.postgres().execute("TRUNCATE " + schema + ".outbox");
    }
}
