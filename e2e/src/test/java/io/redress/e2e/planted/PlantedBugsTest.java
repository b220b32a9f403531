package io.redress.e2e.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.quickstart.suite.ServiceName;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedBugsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private final Planter planter = new Planter(ROOT, System.getProperty("java.class.path"));

    static Stream<String> names() {
        return PlantedBugs.all().stream().map(Planted::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_bug_of_the_list_can_be_planted(String name) {
        Planted bug = PlantedBugs.find(name).orElseThrow();

        Path classes = planter.plant(bug, directory.resolve("classes"));

        for (Edit edit : bug.edits()) {
            assertThat(classes.resolve(edit.type().replace('.', '/') + ".class"))
                    .isRegularFile();
        }
    }

    @Test
    void each_of_them_has_a_name_and_services_and_none_of_the_known_kinds_is_missing() {
        Set<String> names = new HashSet<>();
        for (Planted bug : PlantedBugs.all()) {
            assertThat(names.add(bug.name())).as(bug.name()).isTrue();
            assertThat(bug.services()).as(bug.name()).isNotEmpty();
        }

        assertThat(names)
                .contains(
                        "inbox-row-not-written",
                        "outbox-outside-the-statement",
                        "relay-reads-behind-the-last-id",
                        "offset-moved-before-the-work",
                        "version-guard-missing",
                        "conflict-swallowed",
                        "bucket-not-locked",
                        "answer-not-stored",
                        "outbox-deleted-before-the-acknowledgement",
                        "parked-event-not-released",
                        "duplicate-not-recognised",
                        "deadline-done-without-acting",
                        "ledger-leg-dropped",
                        "effect-applied-twice",
                        "outbox-ordered-by-time",
                        "answered-before-the-commit");
    }

    @Test
    void what_is_planted_runs_instead_of_what_is_in_the_jar() throws Exception {
        Planted bug = PlantedBugs.find("duplicate-not-recognised").orElseThrow();
        Path classes = planter.plant(bug, directory);

        assertThat(placeOfTheLastEventToldAgain(List.of())).isEqualTo("DUPLICATE");
        assertThat(placeOfTheLastEventToldAgain(List.of(classes))).isEqualTo("GAP");
    }

    @Test
    void a_bug_whose_source_is_gone_or_there_twice_cannot_be_planted() {
        Edit edit = Edit.of("m", "a.B", "if (a  < b) {", "if (a <= b) {");

        assertThat(edit.applyTo("x; if (a\n      < b) { y; }")).isEqualTo("x; if (a <= b) { y; }");
        assertThatThrownBy(() -> edit.applyTo("if (a > b) {"))
                .isInstanceOf(CannotPlant.class)
                .hasMessage("its source is gone from a.B: if (a  < b) {");
        assertThatThrownBy(() -> edit.applyTo("if (a < b) { if (a < b) {"))
                .isInstanceOf(CannotPlant.class)
                .hasMessage("its source is more than once in a.B: if (a  < b) {");
    }

    @Test
    void a_bug_whose_file_is_gone_or_that_does_not_compile_cannot_be_planted() {
        Planted gone = bug("gone", Edit.of("service-kit", "io.redress.kit.Nothing", "a", "b"));
        Planted broken = bug("broken", Edit.of("service-kit", "io.redress.kit.messaging.Place", "enum Place", "enum"));

        assertThatThrownBy(() -> planter.plant(gone, directory))
                .isInstanceOf(CannotPlant.class)
                .hasMessageContaining("there is no ");
        assertThatThrownBy(() -> planter.plant(broken, directory))
                .isInstanceOf(CannotPlant.class)
                .hasMessageContaining("broken does not compile any more: ");
    }

    @Test
    void a_run_tells_what_caught_each_bug_and_fails_if_one_was_not_caught_by_what_names_it() {
        Planted caught = bug("caught", place("a_"));
        Planted missed = bug("missed", place("b_"));
        Planted misnamed = bug("misnamed", place("d_"));
        Planted breaking = bug("breaking", place("c_"));
        Planted gone = bug("gone", Edit.of("service-kit", "io.redress.kit.messaging.Place", "no such text", ""));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PlantedRun run = new PlantedRun(
                planter,
                directory,
                (bug, classes) -> switch (bug.name()) {
                    case "caught" -> List.of("I1: an effect is missing", "I6: an event is missing");
                    case "missed" -> List.of();
                    case "misnamed" -> List.of("I4: a chain is broken", "I5: nobody was told");
                    default -> throw new IllegalStateException("no suite");
                },
                new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(run.run(List.of(caught, missed, misnamed, breaking, gone))).isEqualTo(1);
        assertThat(run.run(List.of(caught))).isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "ok caught (commands alone): caught by I6: an event is missing and 1 more",
                        "NOT CAUGHT missed (commands alone): breaks nothing",
                        "NOT CAUGHT misnamed (commands alone): nothing says ^I6: , only I4: a chain is broken and 1 more",
                        "NOT CAUGHT breaking (commands alone): java.lang.IllegalStateException: no suite",
                        "NOT CAUGHT gone (commands alone): io.redress.e2e.planted.CannotPlant: its source is gone from"
                                + " io.redress.kit.messaging.Place: no such text",
                        "planted: 1 of 5 caught",
                        "ok caught (commands alone): caught by I6: an event is missing and 1 more",
                        "planted: 1 of 1 caught");
    }

    private static Edit place(String word) {
        return Edit.of("service-kit", "io.redress.kit.messaging.Place", "/** The next one. */", "/** " + word + " */");
    }

    private static Planted bug(String name, Edit edit) {
        return Planted.of(name, "breaks nothing", Exposure.WORKLOAD, "^I6: ", Set.of(ServiceName.CASES), edit);
    }

    /** With the classes that a process would have whose class path begins with these. */
    private static String placeOfTheLastEventToldAgain(List<Path> inFront) throws Exception {
        List<URL> path = new ArrayList<>();
        for (Path entry : inFront) {
            path.add(entry.toUri().toURL());
        }
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Method of = loader.loadClass("io.redress.kit.messaging.Place")
                    .getDeclaredMethod("of", long.class, long.class, boolean.class);
            of.setAccessible(true);
            return of.invoke(null, 7L, 7L, false).toString();
        }
    }
}
