package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.evidence.ToldFiles;
import io.redress.cases.app.precedent.CitedSources;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.AsDrafted;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Conditions;
import io.redress.cases.domain.Judgment;
import io.redress.cases.domain.MilestoneReport;
import io.redress.cases.domain.ViolationRuling;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rules. What verifiers reported while the draft lay open counts towards the conditions of a conditional ruling. Refusals:
 * own-cause, not-the-adjudicator, reply-window-open, reasons-missing, sealed-material-alone, hardship-is-no-ground,
 * evidence-not-tied, inconsistent-with-draft, undertaking-not-given, condition-invalid, illegal-transition.
 */
public final class IssueRuling {

    /** What is asked. */
    public record Command(String caseId, String draftId, List<ViolationRuling> violations) {}

    private final CaseDesk desk;
    private final CitedSources sources;
    private final Ids ids;
    private final Duration effectsWithin;
    private final MilestoneReports reports;

    public IssueRuling(CaseDesk desk, CitedSources sources, Ids ids, Duration effectsWithin, MilestoneReports reports) {
        this.reports = reports;
        this.desk = desk;
        this.sources = sources;
        this.ids = ids;
        this.effectsWithin = effectsWithin;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return reports.about(tx, command.caseId())
                .compose(known -> sources.of(command.caseId(), command.violations(), List.of(), tx)
                        .compose(cited -> sources.filed(command.caseId(), tx)
                                .compose(filed -> desk.decide(
                                        command.caseId(),
                                        CaseCommand.RULE,
                                        context,
                                        tx,
                                        (file, actor) -> resting(
                                                rule(file, actor, command, known, context)
                                                        .map(ruled -> ToldFiles.in(ruled, filed)),
                                                () -> cited.refusal(file, command.violations(), List.of())
                                                        .or(() -> AsDrafted.refusal(file, command.violations())))))));
    }

    /** The ruling, unless it rests on what it cannot cite, or what nobody could reply to. */
    private static Outcome<CaseChange> resting(Outcome<CaseChange> ruled, Supplier<Optional<Refusal>> refusal) {
        return ruled.flatMap(
                change -> refusal.get().map(Outcome::<CaseChange>refused).orElseGet(() -> Outcome.done(change)));
    }

    private Outcome<CaseChange> rule(
            CaseFile file, Actor actor, Command command, List<MilestoneReport> known, CommandContext context) {
        return Judgment.rule(
                        file,
                        actor,
                        ids.next("rul"),
                        command.draftId(),
                        command.violations(),
                        effectsWithin,
                        context.businessTime())
                .map(ruled ->
                        ruled.then(state -> Conditions.of(state, actor.id(), effectsWithin, context.businessTime())
                                .reported(known)));
    }
}
