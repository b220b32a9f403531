package io.redress.cases.app;

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
import io.redress.kit.outcome.Outcome;
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
 * sealed-material-alone, hardship-is-no-ground, condition-invalid, illegal-transition.
 */
public final class IssueDraftRuling {

    /** What is asked. */
    public record Command(String caseId, DraftContent content) {}

    private final Database database;
    private final CaseDesk desk;
    private final CaseRules rules;
    private final EffectPreviews previews;
    private final Ids ids;
    private final Duration reportedWithin;

    /** @param reportedWithin how long after a condition's date a verifier's report is waited for */
    public IssueDraftRuling(
            Database database,
            CaseDesk desk,
            CaseRules rules,
            EffectPreviews previews,
            Ids ids,
            Duration reportedWithin) {
        this.reportedWithin = reportedWithin;
        this.database = database;
        this.desk = desk;
        this.rules = rules;
        this.previews = previews;
        this.ids = ids;
    }

    /** What the owners of effects say; empty when they were not asked, because the draft is refused anyway. */
    public Future<Optional<Outcome<Foretold>>> prepare(Command command, CommandContext context) {
        return database.read(tx -> desk.read(command.caseId(), context, tx)).compose(found -> {
            boolean worthAsking = found.filter(loaded -> context.accepts(loaded.revision()))
                    .filter(loaded -> Deliberation.draftRefusal(
                                    loaded.state().file(),
                                    loaded.state().viewer(),
                                    command.content(),
                                    context.businessTime())
                            .isEmpty())
                    .isPresent();
            return worthAsking
                    ? previews.preview(found.get().state().file(), command.content(), context)
                            .map(Optional::of)
                    : Future.succeededFuture(Optional.empty());
        });
    }

    public Future<Decision<CaseResult>> handle(
            Command command, Optional<Outcome<Foretold>> asked, CommandContext context, Tx tx) {
        Instant now = context.businessTime();
        return rules.policy(tx, command.caseId())
                .compose(policy -> rules.calendar(tx).map(calendar -> calendar.after(now, policy.reply())))
                .compose(repliesBy -> desk.decide(
                        command.caseId(),
                        CaseCommand.ISSUE_DRAFT,
                        context,
                        tx,
                        (file, actor) -> draft(file, actor, command, asked, repliesBy, now)));
    }

    private Outcome<CaseChange> draft(
            CaseFile file,
            Actor actor,
            Command command,
            Optional<Outcome<Foretold>> asked,
            Instant repliesBy,
            Instant now) {
        Outcome<Foretold> lines = Deliberation.draftRefusal(file, actor, command.content(), now)
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
