package io.redress.penalties.app.seal;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.seal.SealedTerms;
import io.vertx.core.Future;
import java.util.List;

/** Replaces the set of sealed terms; the same set again changes nothing. Refusals: SEALED_TERMS_INVALID. */
public final class PutSealedTerms {

    private static final String SUBJECT = "sealed-terms";

    private final TermsStore store;
    private final SealEventPayloads payloads;
    private final EventRecorder recorder;

    public PutSealedTerms(TermsStore store, SealEventPayloads payloads, EventRecorder recorder) {
        this.store = store;
        this.payloads = payloads;
        this.recorder = recorder;
    }

    public Future<Decision<SealedTerms>> handle(SealedTerms offered, CommandContext context, Tx tx) {
        try {
            PlatformTexts.scanner(offered);
        } catch (IllegalArgumentException e) {
            return Future.succeededFuture(Decision.refuse(Refusal.of(
                    PenaltyRefusal.SEALED_TERMS_INVALID, "A term needs at least two letters or digits, zh and en.")));
        }
        return store.find(tx).map(known -> {
            if (!context.accepts(known.revision())) {
                return Decision.stale(known.revision());
            }
            if (known.state().equals(offered)) {
                return Decision.accept(offered, known.revision(), Write.none());
            }
            Recorded recorded = recorder.record(
                    context,
                    SUBJECT,
                    known.revision(),
                    List.of(payloads.termsChanged(known.revision().version() + 1)));
            return Decision.accept(offered, recorded.after(), store.save(offered, recorded));
        });
    }
}
