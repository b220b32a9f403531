package io.redress.benchmarks.opencase;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.limit.LimitScript;
import io.redress.benchmarks.limit.LoggedCommand;
import io.redress.benchmarks.limit.RawWrites;
import io.redress.benchmarks.machine.CpuClock;
import io.redress.benchmarks.machine.Tools;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.ResultFile;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Rounds;
import io.redress.benchmarks.suite.BenchPostgres;
import io.redress.benchmarks.suite.Demand;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Organisation;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * J1, open a case: over HTTP with a token, validated, idempotent, chained into the history, with its events sent to the
 * broker; beside the same rows as one statement and one commit, and beside an engine that starts a process.
 */
public final class OpenCaseJob {

    private static final int OPERATIONS = 1_500;
    private static final int LIMIT_OPERATIONS = 3_200;
    private static final int PEER_OPERATIONS = 600;
    private static final double LIMIT_FLOOR = 2.0;
    private static final double LIMIT_TARGET = 1.4;
    private static final double PEER_FLOOR = 1 / 8.0;
    private static final double PEER_TARGET = 1 / 14.0;
    private static final String LIMIT = "pgbench, one statement";
    private static final String TOPIC = "cases.events.v1";

    private final Infrastructure infrastructure;
    private final Settings settings;

    public OpenCaseJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.settings = settings;
    }

    /** Fails if the work was not done, never for a figure. */
    public Row run() {
        BenchPostgres postgres = infrastructure.postgres();
        int operations = OPERATIONS / settings.scale();
        int limitOperations = LIMIT_OPERATIONS / settings.scale();
        Penalties appealed = new Penalties("8000");
        Penalties written = new Penalties("9000");
        try (ServiceProcess service = infrastructure.start(Service.CASES, Map.of());
                OpenCases ours = new OpenCases(infrastructure, service, appealed, operations);
                CamundaStarts camunda = new CamundaStarts(infrastructure, PEER_OPERATIONS / settings.scale())) {
            Organisation.put(infrastructure, service);
            appealed.prepare(postgres, ours.needed(settings.rounds()));
            written.prepare(postgres, limitOperations * (2 * settings.rounds() + 1));
            ours.awaitPublished();
            long publishedBefore = infrastructure.published(TOPIC);
            String[] caseId = new String[1];
            List<String> log = postgres.statementsOf(() -> caseId[0] = ours.first());
            LoggedCommand command = LoggedCommand.in(log, "INSERT INTO case_file");
            ours.rest();

            Optional<Path> pgbench = Tools.pgbench();
            if (pgbench.isEmpty()) {
                System.out.println("pgbench is missing (Debian: postgresql-15): J1 has no limit");
            }
            Optional<RawWrites> limit = pgbench.map(found -> new RawWrites(
                    infrastructure,
                    "cases",
                    found,
                    LimitScript.of(List.of(command), appealed.as(written, caseId[0]), written.series()),
                    limitOperations));
            List<Contender> contenders = new ArrayList<>(List.of(ours));
            limit.ifPresent(contenders::add);
            contenders.add(camunda);
            List<Measured> measured = new Rounds(CpuClock.ofThisMachine(), settings.rounds()).measure(contenders);
            check(ours.opened(), limit.map(RawWrites::written).orElse(0), publishedBefore);
            camunda.check();
            return row(measured, limit.isPresent(), command);
        }
    }

    /** Every case with its history, its stored answer, its stopped window, and its event with the broker. */
    private void check(int opened, int written, long publishedBefore) {
        BenchPostgres postgres = infrastructure.postgres();
        Demand.equal("cases", opened + written, postgres.number("SELECT count(*) FROM cases.case_file"));
        Demand.equal(
                "CaseOpened in the history",
                opened + written,
                postgres.number("SELECT count(*) FROM cases.history WHERE event_type = 'CaseOpened'"));
        Demand.equal(
                "stored answers",
                opened + written,
                postgres.number("SELECT count(*) FROM cases.idempotency WHERE operation = 'openCase'"));
        Demand.equal(
                "windows stopped",
                opened + written,
                postgres.number(
                        "SELECT count(*) FROM cases.appeal_window WHERE stopped_at IS NOT NULL AND version = 2"));
        Demand.equal(
                "deadlines cancelled",
                opened + written,
                postgres.number("SELECT count(*) FROM cases.deadline WHERE state = 'CANCELLED'"));
        Demand.equal("events left in the outbox", 0, postgres.number("SELECT count(*) FROM cases.outbox"));
        Demand.equal("events with the broker", publishedBefore + opened, infrastructure.published(TOPIC));
    }

    private Row row(List<Measured> measured, boolean limited, LoggedCommand command) {
        Measured ours = measured.get(0);
        Measured peer = measured.get(measured.size() - 1);
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(
                limited
                        ? Comparison.of(ours, measured.get(1), LIMIT, LIMIT_FLOOR, LIMIT_TARGET)
                        : Comparison.missing(LIMIT, LIMIT_FLOOR, LIMIT_TARGET));
        comparisons.add(Comparison.of(ours, peer, peer.name(), PEER_FLOOR, PEER_TARGET));
        JsonObject details = ResultFile.details(measured).put("statements", new JsonArray(command.statements()));
        System.out.println("statements of one command: " + command.statements().size());
        return new Row("J1 open a case", "CPU µs", ours.estimate(), comparisons, details);
    }
}
