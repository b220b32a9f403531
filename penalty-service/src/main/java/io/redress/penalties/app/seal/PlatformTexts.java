package io.redress.penalties.app.seal;

import io.redress.kit.command.Caller;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.text.Phrase;
import io.redress.kit.text.PhraseLint;
import io.redress.kit.text.PhraseScanner;
import io.redress.kit.text.WrittenText;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.seal.SealedTerms;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Refuses commands whose texts hold a sealed term. Only what would otherwise be accepted is refused for it, so that
 * nobody learns about a term in a matter that is not his; the term is named to those alone who may read the record.
 */
public final class PlatformTexts {

    private record Parsed(long version, PhraseScanner scanner) {}

    private final TermsStore store;
    private final Matter matter;
    private volatile Parsed parsed = new Parsed(0, PhraseScanner.of(List.of()));

    public PlatformTexts(TermsStore store, Matter matter) {
        this.store = store;
        this.matter = matter;
    }

    static PhraseScanner scanner(SealedTerms terms) {
        return PhraseScanner.of(terms.terms().stream()
                .map(term -> new Phrase(term.en(), term.zh()))
                .toList());
    }

    /** The decision, or the refusal of its texts; {@code penalty} says whose matter it is. */
    public <R> Future<Decision<R>> checked(
            Decision<R> decision, List<WrittenText> texts, Function<R, Penalty> penalty, Caller caller, Tx tx) {
        if (!(decision instanceof Decision.Accepted<R> accepted)) {
            return Future.succeededFuture(decision);
        }
        return refusal(texts, false, tx).compose(unnamed -> {
            if (unnamed.isEmpty()) {
                return Future.succeededFuture(decision);
            }
            return matter.role(tx, penalty.apply(accepted.result()), caller)
                    .compose(role -> refusal(texts, role.isPresent(), tx))
                    .map(refusal -> Decision.refuse(refusal.orElseGet(unnamed::get)));
        });
    }

    /** The same for what a reader of the record writes: to him the term is named. */
    public <R> Future<Decision<R>> checkedByReader(Decision<R> decision, List<WrittenText> texts, Tx tx) {
        return checked(decision, texts, true, tx);
    }

    /** The same for texts that are about no penalty: the term is not named. */
    public <R> Future<Decision<R>> checked(Decision<R> decision, List<WrittenText> texts, Tx tx) {
        return checked(decision, texts, false, tx);
    }

    /** The texts that hold a sealed term, for what leaves the platform without a command; the term is not named. */
    public Future<List<Refusal.Wrong>> withSealedTerms(List<WrittenText> texts, Tx tx) {
        return refusal(texts, false, tx)
                .map(refusal -> refusal.map(Refusal::wrong).orElseGet(List::of));
    }

    private <R> Future<Decision<R>> checked(Decision<R> decision, List<WrittenText> texts, boolean named, Tx tx) {
        if (!(decision instanceof Decision.Accepted<R>)) {
            return Future.succeededFuture(decision);
        }
        return refusal(texts, named, tx)
                .map(refusal -> refusal.map(Decision::<R>refuse).orElse(decision));
    }

    private Future<Optional<Refusal>> refusal(List<WrittenText> texts, boolean named, Tx tx) {
        return current(tx)
                .map(scanner -> PhraseLint.refusal(PenaltyRefusal.SEALED_TERM_IN_TEXT, scanner, texts, named));
    }

    private Future<PhraseScanner> current(Tx tx) {
        return store.version(tx).compose(version -> {
            Parsed present = parsed;
            if (present.version() == version) {
                return Future.succeededFuture(present.scanner());
            }
            return store.find(tx).map(found -> {
                Parsed fresh = new Parsed(found.revision().version(), scanner(found.state()));
                parsed = fresh;
                return fresh.scanner();
            });
        });
    }
}
