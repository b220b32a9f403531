package io.redress.benchmarks.propose;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.limit.LimitScript;
import io.redress.benchmarks.limit.LimitedWrite;
import io.redress.benchmarks.limit.LoggedCommand;
import io.redress.benchmarks.limit.Raw;
import io.redress.benchmarks.machine.CpuClock;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.ResultFile;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Rounds;
import io.redress.benchmarks.suite.BenchPostgres;
import io.redress.benchmarks.suite.Callers;
import io.redress.benchmarks.suite.Demand;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Ours;
import io.redress.benchmarks.suite.Rules;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P1, a penalty is proposed and comes into force: over HTTP with a token, validated, idempotent; its statement is
 * composed, and when that is stored its points are booked; both chained into the history, their events with the broker.
 * Beside it the same rows as two statements and two commits.
 */
public final class ProposeJob {

    private static final int OPERATIONS = 600;
    private static final int LIMIT_OPERATIONS = 1_600;
    private static final int WARM_UPS = 10;
    private static final String TOPIC = "penalties.events.v1";

    private final Infrastructure infrastructure;
    private final Settings settings;

    public ProposeJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.settings = settings;
    }

    /** Fails if the work was not done, never for a figure. */
    public Row run() {
        BenchPostgres postgres = infrastructure.postgres();
        int limitOperations = LIMIT_OPERATIONS / settings.scale();
        Shops punished = new Shops("8000");
        Shops written = new Shops("9000");
        String token = infrastructure.issuer().staff("enf-1", "enforcement");
        try (ServiceProcess service = infrastructure.start(Service.PENALTIES, Map.of());
                Statements statements = new Statements(infrastructure);
                Ours ours = ours(
                        new Callers(infrastructure, service, 201, number -> punished.propose(number, token)),
                        statements)) {
            Rules.register(infrastructure, service);
            punished.prepare(postgres, ours.needed(settings.rounds()));
            written.prepare(postgres, limitOperations * (2 * settings.rounds() + 1));
            ours.awaitEnd();
            long publishedBefore = infrastructure.published(TOPIC);
            List<String> log = postgres.statementsOf(() -> ours.work(1));
            LoggedCommand proposal = LoggedCommand.in(log, "INSERT INTO penalty ");
            LoggedCommand inForce = LoggedCommand.in(log, "UPDATE penalty SET");
            ours.rest();

            LimitScript script = LimitScript.of(List.of(proposal, inForce), punished.as(written), written.series());
            LimitedWrite job = new LimitedWrite(
                    ours, Raw.writes(infrastructure, "penalties", script, limitOperations), Optional.empty());
            List<Measured> measured = job.measure(new Rounds(CpuClock.ofThisMachine(), settings.rounds()));
            check(job.written(), ours.answered(), publishedBefore);
            return row(measured, job.comparisons(measured, "two statements"), proposal, inForce);
        }
    }

    /** The proposal over HTTP, the stored statement as an event, and all events of both sent to the broker. */
    private Ours ours(Callers callers, Statements statements) {
        return Ours.commands(
                "penalty-service",
                callers,
                new Ours.Size(OPERATIONS / settings.scale(), WARM_UPS),
                statements::store,
                () -> {
                    callers.awaitNone("penalties are in force", "penalties.penalty WHERE status = 'PROPOSED'");
                    callers.awaitNone("events are with the broker", "penalties.outbox");
                });
    }

    /** Every penalty with its points, both its histories, its stored answer, and its events with the broker. */
    private void check(int all, int proposed, long publishedBefore) {
        BenchPostgres postgres = infrastructure.postgres();
        Demand.equal(
                "penalties in force",
                all,
                postgres.number("SELECT count(*) FROM penalties.penalty WHERE status = 'IN_FORCE'"));
        Demand.equal("points booked", 4L * all, postgres.number("SELECT sum(points) FROM penalties.point_entry"));
        Demand.equal(
                "PenaltyProposed in the history",
                all,
                postgres.number("SELECT count(*) FROM penalties.history WHERE event_type = 'PenaltyProposed'"));
        Demand.equal(
                "PenaltyInForce in the history",
                all,
                postgres.number("SELECT count(*) FROM penalties.history WHERE event_type = 'PenaltyInForce'"));
        Demand.equal(
                "stored answers",
                all,
                postgres.number("SELECT count(*) FROM penalties.idempotency WHERE operation = 'proposePenalty'"));
        Demand.equal("events left in the outbox", 0, postgres.number("SELECT count(*) FROM penalties.outbox"));
        long each =
                postgres.number("SELECT count(*) FROM penalties.history h JOIN penalties.penalty p ON p.id = h.subject"
                        + " OR p.shop_id || ':GENERAL' = h.subject WHERE p.shop_id = 's-8000-000000000000'");
        Demand.equal("events with the broker", publishedBefore + each * proposed, infrastructure.published(TOPIC));
    }

    private static Row row(
            List<Measured> measured, List<Comparison> comparisons, LoggedCommand proposal, LoggedCommand inForce) {
        JsonObject details = ResultFile.details(measured)
                .put("statementsOfProposal", new JsonArray(proposal.statements()))
                .put("statementsOfEntryIntoForce", new JsonArray(inForce.statements()));
        System.out.println("statements of a proposal: " + proposal.statements().size() + ", of its entry into force: "
                + inForce.statements().size());
        return new Row("P1 propose and put in force", "CPU µs", measured.get(0).estimate(), comparisons, details);
    }
}
