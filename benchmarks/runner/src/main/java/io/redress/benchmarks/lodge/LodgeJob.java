package io.redress.benchmarks.lodge;

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
 * J3, lodge an appeal: the case's advocate files the brief, over HTTP with a token, at the version seen, validated,
 * idempotent, chained into the history, with its event sent to the broker; beside the same rows as one statement and one
 * commit, and beside an engine that completes a user task.
 */
public final class LodgeJob {

    private static final int OPERATIONS = 800;
    private static final int LIMIT_OPERATIONS = 2_400;
    private static final int PEER_OPERATIONS = 400;
    private static final double LIMIT_FLOOR = 2.0;
    private static final double LIMIT_TARGET = 1.4;
    private static final double PEER_FLOOR = 1 / 8.0;
    private static final double PEER_TARGET = 1 / 14.0;
    private static final String LIMIT = "pgbench, one statement";
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
        try (SealedTerms terms = new SealedTerms(infrastructure);
                ServiceProcess service =
                        infrastructure.start(Service.CASES, Map.of("REDRESS_PENALTIES_URL", terms.url()));
                Lodgings ours = new Lodgings(infrastructure, service, argued, OPERATIONS / settings.scale());
                CamundaCompletes camunda =
                        new CamundaCompletes(infrastructure, PEER_OPERATIONS / settings.scale(), settings.rounds())) {
            Organisation.put(infrastructure, service);
            argued.prepare(postgres, ours.needed(settings.rounds()));
            written.prepare(postgres, limitOperations * (2 * settings.rounds() + 1));
            ours.awaitPublished();
            long publishedBefore = infrastructure.published(TOPIC);
            LoggedCommand command = LoggedCommand.in(postgres.statementsOf(ours::first), "INSERT INTO brief ");
            ours.rest();

            Optional<Path> pgbench = Tools.pgbench();
            if (pgbench.isEmpty()) {
                System.out.println("pgbench is missing (Debian: postgresql-15): J3 has no limit");
            }
            Optional<RawWrites> limit = pgbench.map(found -> new RawWrites(
                    infrastructure,
                    "cases",
                    found,
                    LimitScript.of(List.of(command), argued.as(written), written.series()),
                    limitOperations));
            List<Contender> contenders = new ArrayList<>(List.of(ours));
            limit.ifPresent(contenders::add);
            contenders.add(camunda);
            List<Measured> measured = new Rounds(CpuClock.ofThisMachine(), settings.rounds()).measure(contenders);
            check(ours.lodged(), limit.map(RawWrites::written).orElse(0), publishedBefore);
            camunda.check();
            return row(measured, limit.isPresent(), command);
        }
    }

    /** Every case submitted, with its brief and its parts, its history, its stored answer, and its event with the broker. */
    private void check(int lodged, int written, long publishedBefore) {
        int all = lodged + written;
        equal("cases submitted", all, "case_file WHERE status = 'SUBMITTED' AND counted AND version = 2");
        equal("briefs", all, "brief");
        equal("points argued", all, "brief_point");
        equal("grounds", 2L * all, "brief_ground");
        equal("evidence", all, "brief_evidence");
        equal("BriefFiled in the history", all, "history WHERE event_type = 'BriefFiled'");
        equal("stored answers", all, "idempotency WHERE operation = 'fileBrief'");
        equal("events left in the outbox", 0, "outbox");
        Demand.equal("events with the broker", publishedBefore + lodged, infrastructure.published(TOPIC));
    }

    private void equal(String what, long expected, String rows) {
        Demand.equal(what, expected, infrastructure.postgres().number("SELECT count(*) FROM cases." + rows));
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
        return new Row("J3 lodge an appeal", "CPU µs", ours.estimate(), comparisons, details);
    }
}
