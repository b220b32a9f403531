package io.redress.benchmarks.opencase;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.engine.CamundaTasks;
import io.redress.benchmarks.limit.LimitScript;
import io.redress.benchmarks.limit.LimitedWrite;
import io.redress.benchmarks.limit.LoggedCommand;
import io.redress.benchmarks.limit.Raw;
import io.redress.benchmarks.machine.CpuClock;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Rounds;
import io.redress.benchmarks.suite.BenchPostgres;
import io.redress.benchmarks.suite.Callers;
import io.redress.benchmarks.suite.Demand;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Organisation;
import io.redress.benchmarks.suite.Ours;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonObject;
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
    private static final int WARM_UPS = 14;
    private static final int PEER_WARM_UPS = 16;
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
        int limitOperations = LIMIT_OPERATIONS / settings.scale();
        Penalties appealed = new Penalties("8000");
        Penalties written = new Penalties("9000");
        MerchantTokens tokens = new MerchantTokens(infrastructure.issuer());
        try (ServiceProcess service = infrastructure.start(Service.CASES, Map.of());
                Ours ours = ours(
                        new Callers(infrastructure, service, 201, number -> appealed.open(number, tokens.of(number))));
                CamundaTasks camunda = CamundaTasks.starts(
                        infrastructure, new Ours.Size(PEER_OPERATIONS / settings.scale(), PEER_WARM_UPS))) {
            Organisation.put(infrastructure, service);
            appealed.prepare(postgres, ours.needed(settings.rounds()));
            written.prepare(postgres, limitOperations * (2 * settings.rounds() + 1));
            ours.awaitEnd();
            long publishedBefore = infrastructure.published(TOPIC);
            String[] caseId = new String[1];
            List<String> log = postgres.statementsOf(() -> caseId[0] = new JsonObject(ours.one()).getString("id"));
            LoggedCommand command = LoggedCommand.in(log, "INSERT INTO case_file");
            ours.rest();

            LimitScript script = LimitScript.of(List.of(command), appealed.as(written, caseId[0]), written.series());
            LimitedWrite job = new LimitedWrite(
                    ours, Raw.writes(infrastructure, "cases", script, limitOperations), Optional.of(camunda));
            List<Measured> measured = job.measure(new Rounds(CpuClock.ofThisMachine(), settings.rounds()));
            check(job.written(), publishedBefore + ours.answered());
            camunda.check();
            return command.row("J1 open a case", measured, job.comparisons(measured, "one statement"));
        }
    }

    private Ours ours(Callers callers) {
        return Ours.commands(
                "case-service",
                callers,
                new Ours.Size(OPERATIONS / settings.scale(), WARM_UPS),
                answer -> {},
                () -> callers.awaitNone("events are with the broker", "cases.outbox"));
    }

    /** Every case with its history, its stored answer, its stopped window, and its event with the broker. */
    private void check(int all, long published) {
        BenchPostgres postgres = infrastructure.postgres();
        Demand.equal("cases", all, postgres.number("SELECT count(*) FROM cases.case_file"));
        Demand.equal(
                "CaseOpened in the history",
                all,
                postgres.number("SELECT count(*) FROM cases.history WHERE event_type = 'CaseOpened'"));
        Demand.equal(
                "stored answers",
                all,
                postgres.number("SELECT count(*) FROM cases.idempotency WHERE operation = 'openCase'"));
        Demand.equal(
                "windows stopped",
                all,
                postgres.number(
                        "SELECT count(*) FROM cases.appeal_window WHERE stopped_at IS NOT NULL AND version = 2"));
        Demand.equal(
                "deadlines cancelled",
                all,
                postgres.number("SELECT count(*) FROM cases.deadline WHERE state = 'CANCELLED'"));
        Demand.equal("events left in the outbox", 0, postgres.number("SELECT count(*) FROM cases.outbox"));
        Demand.equal("events with the broker", published, infrastructure.published(TOPIC));
    }
}
