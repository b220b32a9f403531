package io.redress.benchmarks.lodge;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * J3, lodge an appeal: the case's advocate files the brief, over HTTP with a token, at the version seen, validated,
 * idempotent, chained into the history, with its event sent to the broker; beside the same rows as one statement and one
 * commit, and beside an engine that completes a user task.
 */
public final class LodgeJob {

    private static final int OPERATIONS = 800;
    private static final int LIMIT_OPERATIONS = 2_400;
    private static final int PEER_OPERATIONS = 400;
    private static final int WARM_UPS = 12;
    private static final String TOPIC = "cases.events.v1";

    private final Infrastructure infrastructure;
    private final Settings settings;

    public LodgeJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.settings = settings;
    }

    /** Fails if the work was not done, never for a figure. */
    public Row run() {
        BenchPostgres postgres = infrastructure.postgres();
        int limitOperations = LIMIT_OPERATIONS / settings.scale();
        OpenAppeals argued = new OpenAppeals("8000");
        OpenAppeals written = new OpenAppeals("9000");
        List<String> tokens = IntStream.range(0, OpenAppeals.ADVOCATES)
                .mapToObj(number -> infrastructure.issuer().staff(OpenAppeals.advocate(number), "advocate"))
                .toList();
        try (SealedTerms terms = new SealedTerms(infrastructure);
                ServiceProcess service =
                        infrastructure.start(Service.CASES, Map.of("REDRESS_PENALTIES_URL", terms.url()));
                Ours ours = ours(new Callers(
                        infrastructure,
                        service,
                        200,
                        number -> argued.lodge(number, tokens.get(number % tokens.size()))));
                CamundaTasks camunda = CamundaTasks.completes(
                        infrastructure,
                        new Ours.Size(PEER_OPERATIONS / settings.scale(), WARM_UPS),
                        settings.rounds())) {
            Organisation.put(infrastructure, service);
            argued.prepare(postgres, ours.needed(settings.rounds()));
            written.prepare(postgres, limitOperations * (2 * settings.rounds() + 1));
            ours.awaitEnd();
            long publishedBefore = infrastructure.published(TOPIC);
            LoggedCommand command = LoggedCommand.in(postgres.statementsOf(ours::one), "INSERT INTO brief ");
            ours.rest();

            LimitScript script = LimitScript.of(List.of(command), argued.as(written), written.series());
            LimitedWrite job = new LimitedWrite(
                    ours, Raw.writes(infrastructure, "cases", script, limitOperations), Optional.of(camunda));
            List<Measured> measured = job.measure(new Rounds(CpuClock.ofThisMachine(), settings.rounds()));
            check(job.written(), publishedBefore + ours.answered());
            camunda.check();
            return command.row("J3 lodge an appeal", measured, job.comparisons(measured, "one statement"));
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

    /** Every case submitted, with its brief and its parts, its history, its stored answer, and its event with the broker. */
    private void check(int all, long published) {
        equal("cases submitted", all, "case_file WHERE status = 'SUBMITTED' AND counted AND version = 2");
        equal("briefs", all, "brief");
        equal("points argued", all, "brief_point");
        equal("grounds", 2L * all, "brief_ground");
        equal("evidence", all, "brief_evidence");
        equal("BriefFiled in the history", all, "history WHERE event_type = 'BriefFiled'");
        equal("stored answers", all, "idempotency WHERE operation = 'fileBrief'");
        equal("events left in the outbox", 0, "outbox");
        Demand.equal("events with the broker", published, infrastructure.published(TOPIC));
    }

    private void equal(String what, long expected, String rows) {
        Demand.equal(what, expected, infrastructure.postgres().number("SELECT count(*) FROM cases." + rows));
    }
}
