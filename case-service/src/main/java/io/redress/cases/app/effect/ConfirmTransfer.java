package io.redress.cases.app.effect;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.EventLog;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectState;
import io.redress.cases.domain.Judgment;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The marketplace says what became of a transfer that a ruling ordered. Saying it again changes nothing. Refusals:
 * unknown-effect, illegal-transition.
 */
public final class ConfirmTransfer {

    /** What the marketplace says. */
    public record Command(String effectId, EffectState result, Optional<String> reason) {}

    /** The line as it stands, and its case. */
    public record Confirmed(String caseId, EffectLine line) {}

    private final CaseFiles files;
    private final EventLog events;

    public ConfirmTransfer(CaseFiles files, EventLog events) {
        this.files = files;
        this.events = events;
    }

    public Future<Decision<Confirmed>> handle(Command command, CommandContext context, Tx tx) {
        return files.caseOfEffect(tx, command.effectId())
                .compose(caseId -> caseId.isEmpty()
                        ? Future.succeededFuture(Optional.<Loaded<CaseFile>>empty())
                        : files.find(tx, caseId.get()))
                .map(found -> found.filter(loaded -> line(loaded.state(), command.effectId())
                                .filter(line -> line.owner() == EffectOwner.MARKETPLACE)
                                .isPresent())
                        .map(loaded -> decide(loaded, command, context))
                        .orElseGet(() -> Decision.refuse(Refusal.of(
                                CaseRefusal.UNKNOWN_EFFECT,
                                "No ruling has ordered such an effect of the marketplace."))));
    }

    private Decision<Confirmed> decide(Loaded<CaseFile> before, Command command, CommandContext context) {
        Outcome<CaseChange> outcome = Judgment.confirmEffect(
                before.state(),
                command.effectId(),
                command.result(),
                command.reason(),
                context.caller().subject(),
                context.businessTime());
        if (outcome instanceof Outcome.Refused<CaseChange> refused) {
            return Decision.refuse(refused.refusal());
        }
        CaseChange change = ((Outcome.Done<CaseChange>) outcome).value();
        if (change.events().isEmpty()) {
            return Decision.accept(confirmed(before.state(), command), before.revision(), Write.none());
        }
        Recorded recorded = events.record(context, change, before.revision());
        Write write = files.update(before.state(), change.state(), before.revision(), recorded);
        return Decision.accept(confirmed(change.state(), command), recorded.after(), write);
    }

    private static Confirmed confirmed(CaseFile file, Command command) {
        return new Confirmed(file.id(), line(file, command.effectId()).orElseThrow());
    }

    private static Optional<EffectLine> line(CaseFile file, String effectId) {
        return file.proceedings().effects().stream()
                .filter(line -> line.effectId().equals(effectId))
                .findFirst();
    }
}
