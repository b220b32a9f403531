package io.redress.e2e.load;

import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.suite.ServiceName;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Offers a suite a multiple of what it can do, and then what it can do again. The peak is the suite's own, measured
 * just before on the same machine, so nothing here depends on how fast that is; what is measured is printed, and what
 * must hold is in the {@link Report}.
 */
public final class OverloadRun {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 1_024;
    private static final int CALLERS = 32;
    private static final double NORMAL = 0.3;

    /**
     * @param run sets the ids of this run apart
     * @param appeals cases that may be opened
     * @param calibration how long the peak is looked for
     * @param overload how long it is exceeded
     * @param factor by how much
     */
    public record Settings(String run, int appeals, Duration calibration, Duration overload, double factor) {}

    /**
     * @param overload what was offered beyond the peak, and what became of it
     * @param recovered whether normal load was answered with 2xx only within 30 seconds
     * @param opened the case of each penalty, as acknowledged
     * @param contradictions replies to one command that do not agree
     * @param stored the cases of each penalty, as they are in the database
     * @param busy what the suite was still at 30 seconds after the last request; empty if nothing
     * @param before what its process held at rest before the overload
     */
    public record Report(
            Offered peak,
            Offered overload,
            boolean recovered,
            Map<String, String> opened,
            List<String> contradictions,
            Map<String, List<String>> stored,
            String busy,
            ProcessFigures before) {}

    private final SuiteAddress suite;
    private final Supplier<ProcessFigures> process;
    private final PrintStream out;
    private Mix mix;

    /** @param process what the process of the suite holds now */
    public OverloadRun(SuiteAddress suite, Supplier<ProcessFigures> process, PrintStream out) {
        this.suite = suite;
        this.process = process;
        this.out = out;
    }

    public Report run(Settings settings) {
        LoadWorld world;
        try (LoadDriver driver = new LoadDriver(suite.gateway(), CALLERS, reply -> {})) {
            world = LoadWorld.prepare(driver, new LoadPeople(suite.control()), settings.run(), settings.appeals());
        }
        requireRest();
        mix = new Mix(world);
        Offered peak = peak(settings.calibration());
        requireRest();
        ProcessFigures before = process.get();
        out.println("overload: at rest " + before);
        try (LoadDriver driver = new LoadDriver(suite.gateway(), CONNECTIONS, mix::heard)) {
            Offered overload = driver.open(mix, settings.factor() * peak.goodput(), settings.overload());
            out.println("overload: " + overload);
            out.printf(
                    "overload: goodput %.2f of the peak, %d shed%n",
                    overload.goodput() / peak.goodput(), overload.shed());
            out.println("overload: just after " + process.get());
            boolean recovered = recover(driver, NORMAL * peak.goodput());
            askUntilAllAreOpen(driver);
            Offered again = driver.each(mix.again(), CALLERS / 2);
            out.println("overload: every command again: " + again);
            String busy = rest().awaitFor(LIMIT);
            return new Report(
                    peak, overload, recovered, mix.opened(), mix.contradictions(), stored(world), busy, before);
        }
    }

    /** The first round only warms up. */
    private Offered peak(Duration time) {
        try (LoadDriver driver = new LoadDriver(suite.gateway(), CALLERS, mix::heard)) {
            driver.closed(mix, CALLERS, time);
            Offered peak = driver.closed(mix, CALLERS, time);
            out.println("overload: peak with " + CALLERS + " callers: " + peak);
            return peak;
        }
    }

    private boolean recover(LoadDriver driver, double perSecond) {
        long start = System.nanoTime();
        boolean recovered = false;
        while (!recovered && System.nanoTime() - start < LIMIT.toNanos()) {
            Offered normal = driver.open(mix, perSecond, SHORT);
            recovered = normal.onlyDone();
            out.printf(
                    "overload: normal load again, %d ms later: %s%n",
                    Duration.ofNanos(System.nanoTime() - start).toMillis(), normal);
        }
        return recovered;
    }

    private void askUntilAllAreOpen(LoadDriver driver) {
        long start = System.nanoTime();
        while (!mix.left().isEmpty() && System.nanoTime() - start < LIMIT.toNanos()) {
            driver.each(mix.left(), CALLERS / 2);
        }
    }

    private void requireRest() {
        String busy = rest().awaitFor(LIMIT);
        if (!busy.isEmpty()) {
            throw new IllegalStateException("the suite does not come to rest: " + busy);
        }
    }

    private Rest rest() {
        return new Rest(suite.management().entrySet().stream()
                .filter(service -> service.getKey() != ServiceName.GATEWAY)
                .flatMap(service -> service.getValue().stream()));
    }

    private Map<String, List<String>> stored(LoadWorld world) {
        Map<String, List<String>> stored = new TreeMap<>();
        world.penalties().forEach(penalty -> stored.put(penalty.id(), new ArrayList<>()));
        try (Connection connection = DriverManager.getConnection(
                        suite.superuser().jdbc(),
                        suite.superuser().user(),
                        suite.superuser().password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT penalty_id, case_id FROM cases.case_file")) {
            while (rows.next()) {
                List<String> cases = stored.get(rows.getString(1));
                if (cases != null) {
                    cases.add(rows.getString(2));
                }
            }
            return stored;
        } catch (SQLException e) {
            throw new IllegalStateException("the cases cannot be read", e);
        }
    }
}
