package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.quickstart.suite.SuiteFile;
import io.redress.quickstart.suite.SuitePorts;
import io.redress.testkit.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a tree of its own, on the class path of this test; what stands in for Maven notes what it is asked. */
@OwnProcesses
@Order(2)
class ScriptE2E {

    private static final int HELD = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    @TempDir
    private Path directory;

    private Path root;
    private Path target;
    private Path stamp;
    private Path source;
    private Path mavenCalls;

    @BeforeEach
    void plant() throws IOException {
        root = Files.createDirectories(directory.resolve("a checkout"));
        Files.copy(Path.of("..", "redress"), root.resolve("redress"));
        target = Files.createDirectories(root.resolve("quickstart/target"));
        source = Files.createDirectories(root.resolve("quickstart/src/main")).resolve("Source.java");
        Files.writeString(source, "class Source {}");
        Files.writeString(target.resolve("classpath"), System.getProperty("java.class.path"));
        new JarOutputStream(Files.newOutputStream(target.resolve("quickstart-1.jar")), new Manifest()).close();
        stamp = Files.createDirectories(root.resolve(".redress/build")).resolve("quickstart.stamp");
        Files.createFile(stamp);
        mavenCalls = directory.resolve("maven-calls");
    }

    @Test
    void arguments_and_exit_codes_pass_through() throws Exception {
        Files.createDirectories(root.resolve(".redress/logs"));
        Files.createFile(root.resolve(".redress/logs/suite.log"));

        try (ChildProcess help = redress("--help");
                ChildProcess status = redress("status");
                ChildProcess logs = redress("logs", "tax service")) {
            assertThat(help.exit()).as(help.err()).isEqualTo(HELD);
            assertThat(help.out()).contains("Usage: redress");
            assertThat(status.exit()).isEqualTo(UNUSABLE);
            assertThat(status.err()).contains("no suite is running in " + root.resolve(".redress"));
            assertThat(logs.exit()).isEqualTo(UNUSABLE);
            assertThat(logs.err()).contains("no service tax service");
        }
        new SuiteFile(ProcessHandle.current().pid(), SuitePorts.defaults()).write(root.resolve(".redress"));
        try (ChildProcess help = redress("story", "S4", "--set", "no such=value")) {
            assertThat(help.exit()).isEqualTo(UNUSABLE);
            assertThat(help.err()).contains("no value no such");
        }
    }

    @Test
    void a_suite_that_does_not_answer_is_a_fact_that_failed() throws Exception {
        CommandLine nobody = new CommandLine(directory);
        new SuiteFile(ProcessHandle.current().pid(), nobody.ports()).write(root.resolve(".redress"));

        try (ChildProcess status = redress("status")) {
            assertThat(status.exit()).isEqualTo(FAILED);
            assertThat(status.out().lines().filter(line -> line.contains("NOT READY")))
                    .hasSize(5);
        }
    }

    @Test
    void only_up_builds_and_only_when_a_source_is_newer_than_the_last_build() throws Exception {
        before(stamp, Duration.ofSeconds(20));
        before(source, Duration.ofSeconds(10));
        before(source.getParent(), Duration.ofSeconds(30));
        before(source.getParent().getParent(), Duration.ofSeconds(30));

        assertThat(exitWithMaven("--help")).isEqualTo(HELD);
        assertThat(mavenCalls).doesNotExist();
        assertThat(exitWithMaven("up", "--help")).isEqualTo(HELD);
        assertThat(calls()).singleElement().asString().endsWith("-pl quickstart -am package");
        assertThat(exitWithMaven("up", "--help")).isEqualTo(HELD);
        assertThat(calls()).hasSize(1);

        before(stamp, Duration.ofSeconds(20));
        Files.delete(source);
        assertThat(exitWithMaven("up", "--help")).isEqualTo(HELD);
        assertThat(calls()).hasSize(2).last().asString().endsWith("-am clean package");
    }

    @Test
    void a_build_that_fails_is_said_and_tried_again() throws Exception {
        Files.delete(stamp);
        Path maven = program("mvn", "echo \"$*\" >> '" + mavenCalls + "'; exit 1");

        for (int call = 1; call <= 2; call++) {
            try (ChildProcess up = redress(Map.of("MVN", maven.toString()), "up", "--help")) {
                assertThat(up.exit()).isEqualTo(UNUSABLE);
                assertThat(up.err()).contains("redress: the build failed");
                assertThat(calls()).hasSize(call);
            }
        }
    }

    @Test
    void what_is_missing_is_named() throws Exception {
        Map<String, String> bare = new HashMap<>(Map.of("PATH", tools().toString(), "MVN", ""));
        Files.delete(target.resolve("quickstart-1.jar"));
        try (ChildProcess noJar = redress("status")) {
            assertThat(noJar.exit()).isEqualTo(UNUSABLE);
            assertThat(noJar.err()).contains("quickstart/target holds no jar");
        }
        Files.delete(stamp);
        bare.put("JAVA_HOME", System.getProperty("java.home"));
        try (ChildProcess noMaven = redress(bare, "status")) {
            assertThat(noMaven.exit()).isEqualTo(UNUSABLE);
            assertThat(noMaven.err()).contains("redress: no Maven found; install Maven 3.8 or newer");
        }
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over_and_named_if_there_is_no_other() throws Exception {
        Path old = Files.createDirectories(directory.resolve("old-jdk"));
        Files.createDirectories(old.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Files.move(
                    program(program, "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2"),
                    old.resolve("bin").resolve(program));
        }
        try (ChildProcess another = redress(Map.of("JAVA_HOME", old.toString()), "--help")) {
            assertThat(another.exit()).as(another.err()).isEqualTo(HELD);
        }

        Path script = root.resolve("redress");
        Files.writeString(script, Files.readString(script).replace("/usr/lib/jvm/", directory + "/no-jvm/"));
        Map<String, String> alone = Map.of("JAVA_HOME", old.toString(), "PATH", tools().toString());
        try (ChildProcess none = redress(alone, "--help")) {
            assertThat(none.exit()).isEqualTo(UNUSABLE);
            assertThat(none.err()).contains("redress: no JDK 17 or newer found", old.toString());
        }
    }

    private int exitWithMaven(String... arguments) throws IOException {
        Path maven = program("mvn", "echo \"$*\" >> '" + mavenCalls + "'");
        try (ChildProcess process = redress(Map.of("MVN", maven.toString()), arguments)) {
            return process.exit();
        }
    }

    private ChildProcess redress(String... arguments) {
        return redress(Map.of(), arguments);
    }

    private ChildProcess redress(Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("bash", root.resolve("redress").toString()));
        command.addAll(List.of(arguments));
        return ChildProcess.of(directory, environment, command);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(mavenCalls);
    }

    private Path program(String name, String text) throws IOException {
        Path program = directory.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    /** A PATH with what the script uses, and neither a JDK nor Maven. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(directory.resolve("tools"));
        for (String tool : "bash sh cat dirname find flock head ls mkdir mv readlink sed touch".split(" ")) {
            Path link = tools.resolve(tool);
            Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst();
            if (found.isPresent() && Files.notExists(link)) {
                Files.createSymbolicLink(link, found.get());
            }
        }
        return tools;
    }

    private static void before(Path file, Duration ago) throws IOException {
        FileTime now = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(ago)));
    }
}
