package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.CaseRules;
import io.redress.cases.app.consistency.CompareRulings;
import io.redress.cases.app.precedent.CitedSources;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Deliberation;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.Foretold;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows a draft ruling to both sides, with the effect lines that the effects' owners say it would have. They are asked
 * before the transaction, and only about a draft that would not be refused anyway; their refusal is passed on as it is.
 * Refusals: own-cause, not-the-adjudicator, answer-window-open, reasons-missing, unknown-violation, points-missing,
 * sealed-material-alone, hardship-is-no-ground, evidence-not-tied, precedent-not-answered, unknown-precedent,
 * precedent-not-final, precedent-of-own-case, consistency-reason-missing, condition-invalid, outcome-mismatch,
 * illegal-transition.
 */
public final class IssueDraftRuling {

    /** What is asked. */
    public record Command(String caseId, DraftContent content) {}

    private final Database database;
    private final CaseDesk desk;
    private final CaseRules rules;
    private final EffectPreviews previews;
    private final CitedSources sources;
    private final CompareRulings compare;
    private final Ids ids;
    private final Duration reportedWithin;
    private final TellHead tell;

    /** @param reportedWithin how long after a condition's date a verifier's report is waited for */
    public IssueDraftRuling(
            Database database,
            CaseDesk desk,
            CaseRules rules,
            EffectPreviews previews,
            CitedSources sources,
            CompareRulings compare,
            Ids ids,
            Duration reportedWithin,
            TellHead tell) {
        this.tell = tell;
        this.reportedWithin = reportedWithin;
        this.database = database;
        this.desk = desk;
        this.rules = rules;
        this.previews = previews;
        this.sources = sources;
        this.compare = compare;
        this.ids = ids;
    }

    /** What the owners of effects say; empty when they were not asked, because the draft is refused anyway. */
    public Future<Optional<Outcome<Foretold>>> prepare(Command command, CommandContext context) {
        return database.read(tx -> worthAsking(command, context, tx))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : previews.preview(found.get(), command.content(), context)
                                .map(Optional::of));
    }

    /** The case, unless the draft is refused anyway. */
    private Future<Optional<CaseFile>> worthAsking(Command command, CommandContext context, Tx tx) {
        return desk.read(command.caseId(), context, tx).compose(found -> {
            Optional<CaseResult> seen = found.filter(loaded -> context.accepts(loaded.revision()))
                    .map(Loaded::state)
                    .filter(result -> Deliberation.draftRefusal(
                                    result.file(), result.viewer(), command.content(), context.businessTime())
                            .isEmpty());
            return seen.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : cited(command, tx).map(cited -> seen.map(CaseResult::file)
                            .filter(file -> refusal(cited, file, command).isEmpty()));
        });
    }

    public Future<Decision<CaseResult>> handle(
            Command command, Optional<Outcome<Foretold>> asked, CommandContext context, Tx tx) {
        Instant now = context.businessTime();
        return rules.policy(tx, command.caseId())
                .compose(policy -> rules.calendar(tx).map(calendar -> calendar.after(now, policy.reply())))
                .compose(repliesBy -> cited(command, tx)
                        .compose(cited -> desk.decideWith(
                                command.caseId(),
                                CaseCommand.ISSUE_DRAFT,
                                context,
                                tx,
                                (file, actor) -> compared(
                                        draft(file, actor, command, cited, asked, repliesBy, now), command, now, tx))));
    }

    private Future<CitedSources.Found> cited(Command command, Tx tx) {
        return sources.of(
                command.caseId(),
                command.content().violations(),
                command.content().earlier().precedents(),
                tx);
    }

    private static Optional<Refusal> refusal(CitedSources.Found cited, CaseFile file, Command command) {
        return cited.refusal(
                file,
                command.content().violations(),
                command.content().earlier().precedents());
    }

    private Future<Outcome<CaseDesk.Step>> compared(Outcome<CaseChange> drafted, Command command, Instant now, Tx tx) {
        if (drafted instanceof Outcome.Refused<CaseChange> refused) {
            return Future.succeededFuture(Outcome.refused(refused.refusal()));
        }
        CaseChange change = ((Outcome.Done<CaseChange>) drafted).value();
        return compare.check(change.state(), command.content(), now, tx)
                .map(kept -> kept.map(beside -> new CaseDesk.Step(change, beside)))
                .compose(step -> tell.in(step, tx));
    }

    private Outcome<CaseChange> draft(
            CaseFile file,
            Actor actor,
            Command command,
            CitedSources.Found cited,
            Optional<Outcome<Foretold>> asked,
            Instant repliesBy,
            Instant now) {
        Outcome<Foretold> lines = Deliberation.draftRefusal(file, actor, command.content(), now)
                .or(() -> refusal(cited, file, command))
                .map(Outcome::<Foretold>refused)
                .orElseGet(() -> asked.orElseThrow(
                        () -> new IllegalStateException("the owners of effects were not asked about this draft")));
        return lines.flatMap(foretold -> Deliberation.draft(
                file,
                actor,
                ids.next("drf"),
                command.content(),
                foretold.effects(),
                command.content()
                        .terms()
                        .map(terms -> terms.terms(() -> ids.next("cnd"), foretold.otherwise(), reportedWithin)),
                repliesBy,
                now));
    }
}
