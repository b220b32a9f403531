package io.redress.benchmarks.limit;

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

/** A script run by pgbench as a service's own role, prepared, on as many connections as a service has. */
public final class Pgbench {

    private static final int CONNECTIONS = 8;
    private static final Pattern PROCESSED =
            Pattern.compile("number of transactions actually processed: (\\d+)/(\\d+)");

    private final Infrastructure infrastructure;
    private final String schema;
    private final Path program;
    private final Path file;

    /**
     * @param name of the script, which no other has
     * @param script may use {@code client_id}, {@code per_client}, {@code n} (0 at first) and {@code base}
     */
    public Pgbench(Infrastructure infrastructure, String schema, Path program, String name, String script) {
        this.infrastructure = infrastructure;
        this.schema = schema;
        this.program = program;
        this.file = infrastructure.directory().resolve(name + ".sql");
        try {
            Files.writeString(file, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the script about so many times and answers how often it was run.
     *
     * @param base how often it was run before
     */
    public int run(int count, int base, Map<String, String> values) {
        int each = count / CONNECTIONS;
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CONNECTIONS,
                "--jobs=1",
                "--transactions=" + each,
                "--file=" + file,
                "--define=n=0",
                "--define=per_client=" + each,
                "--define=base=" + base));
        values.forEach((name, value) -> command.add("--define=" + name + "=" + value));
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
                        // what is measured may be slow, for OFFSET is
                        "-c statement_timeout=0 -c search_path=" + schema + ",ext"),
                command);
        Matcher processed = PROCESSED.matcher(said);
        if (!processed.find() || !processed.group(1).equals(Integer.toString(each * CONNECTIONS))) {
            throw new IllegalStateException("pgbench has not run " + each * CONNECTIONS + " times:\n" + said);
        }
        return each * CONNECTIONS;
    }
}
