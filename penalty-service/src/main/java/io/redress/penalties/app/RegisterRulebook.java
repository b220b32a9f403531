package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.RulebookStore.Registered;
import io.redress.penalties.domain.PenaltyRefusal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Registers a rulebook version, once and for all: the same content again changes nothing. Refusals: RULEBOOK_INVALID,
 * DUPLICATE.
 */
public final class RegisterRulebook {

    private final RulebookStore rulebooks;
    private final PartyEventPayloads payloads;
    private final EventRecorder recorder;

    public RegisterRulebook(RulebookStore rulebooks, PartyEventPayloads payloads, EventRecorder recorder) {
        this.rulebooks = rulebooks;
        this.payloads = payloads;
        this.recorder = recorder;
    }

    public Future<Decision<Registered>> handle(Registered offered, CommandContext context, Tx tx) {
        int version = offered.rulebook().version();
        Optional<String> contradiction = offered.rulebook().contradiction();
        if (contradiction.isPresent()) {
            return Future.succeededFuture(
                    Decision.refuse(Refusal.of(PenaltyRefusal.RULEBOOK_INVALID, contradiction.get() + ".")));
        }
        return rulebooks.find(tx, version).map(known -> {
            if (known.isPresent()) {
                return known.get().state().document().equals(offered.document())
                        ? Decision.accept(offered, known.get().revision(), Write.none())
                        : Decision.refuse(Refusal.of(
                                PenaltyRefusal.DUPLICATE,
                                "Version " + version + " is registered with other content; it never changes."));
            }
            Recorded recorded = recorder.record(
                    context, "rulebook-" + version, Revision.NEW, List.of(payloads.registered(offered.rulebook())));
            return Decision.accept(offered, recorded.after(), rulebooks.insert(offered, recorded));
        });
    }
}
