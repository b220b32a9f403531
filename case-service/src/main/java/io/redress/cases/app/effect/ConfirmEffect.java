package io.redress.cases.app.effect;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.EventLog;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.EffectState;
import io.redress.cases.domain.Judgment;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** Takes the answers of effects' owners, and notes those that do not come. The last answer closes the case. */
public final class ConfirmEffect {

    /** What an owner answers. */
    public record Command(String caseId, String effectId, EffectState result, Optional<String> reason) {}

    private final CaseFiles files;
    private final EventLog events;

    public ConfirmEffect(CaseFiles files, EventLog events) {
        this.files = files;
        this.events = events;
    }

    /** Empty when taken, or when it repeats what is known, of a ruling before a reopening too; a refusal when there is no such line to be answered. */
    public Future<Optional<Refusal>> handle(Command command, CommandContext context, Tx tx) {
        return answered(command, context, tx)
                .compose(refused -> refused.isEmpty()
                        ? Future.succeededFuture(refused)
                        : files.caseOfSettledEffect(tx, command.effectId())
                                .map(caseId ->
                                        caseId.equals(Optional.of(command.caseId())) ? Optional.empty() : refused));
    }

    private Future<Optional<Refusal>> answered(Command command, CommandContext context, Tx tx) {
        return files.find(tx, command.caseId())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.of(
                                Refusal.of(CaseRefusal.UNKNOWN_CASE, "There is no case " + command.caseId() + ".")))
                        : write(
                                found.get(),
                                Judgment.confirmEffect(
                                        found.get().state(),
                                        command.effectId(),
                                        command.result(),
                                        command.reason(),
                                        context.caller().subject(),
                                        context.businessTime()),
                                context,
                                tx));
    }

    /** The deadline of a line has passed. */
    public Future<Optional<Refusal>> lapsed(String effectId, CommandContext context, Tx tx) {
        return files.caseOfEffect(tx, effectId)
                .compose(caseId -> files.find(tx, caseId.orElseThrow()))
                .compose(found ->
                        write(found.orElseThrow(), Judgment.overdue(found.get().state(), effectId), context, tx));
    }

    private Future<Optional<Refusal>> write(
            Loaded<CaseFile> before, Outcome<CaseChange> outcome, CommandContext context, Tx tx) {
        if (outcome instanceof Outcome.Refused<CaseChange> refused) {
            return Future.succeededFuture(Optional.of(refused.refusal()));
        }
        CaseChange change = ((Outcome.Done<CaseChange>) outcome).value();
        if (change.events().isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Recorded recorded = events.record(context, change, before.revision());
        return tx.apply(files.update(before.state(), change.state(), before.revision(), recorded))
                .map(written -> Optional.empty());
    }
}
