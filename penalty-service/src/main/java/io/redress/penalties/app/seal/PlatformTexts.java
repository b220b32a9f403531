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
import java.util.ArrayList;
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

    /** What somebody wrote. */
    public record Written(List<WrittenText> texts, Caller caller) {}

    /** The decision, or the refusal of its texts; {@code penalty} says whose matter it is. */
    public <R> Future<Decision<R>> checked(
            Decision<R> decision, List<WrittenText> texts, Function<R, Penalty> penalty, Caller caller, Tx tx) {
        return checked(List.of(decision), List.of(new Written(texts, caller)), penalty, tx)
                .map(checked -> checked.get(0));
    }

    /** The same for several, each with what was written for it. */
    public <R> Future<List<Decision<R>>> checked(
            List<Decision<R>> decisions, List<Written> written, Function<R, Penalty> penalty, Tx tx) {
        return current(tx).compose(scanner -> {
            List<Future<Decision<R>>> checked = new ArrayList<>();
            for (int i = 0; i < decisions.size(); i++) {
                checked.add(checked(decisions.get(i), written.get(i), penalty, scanner, tx));
            }
            return Future.all(checked)
                    .map(all -> checked.stream().map(Future::result).toList());
        });
    }

    private <R> Future<Decision<R>> checked(
            Decision<R> decision, Written written, Function<R, Penalty> penalty, PhraseScanner scanner, Tx tx) {
        if (!(decision instanceof Decision.Accepted<R> accepted)) {
            return Future.succeededFuture(decision);
        }
        Optional<Refusal> unnamed = refusal(written.texts(), false, scanner);
        if (unnamed.isEmpty()) {
            return Future.succeededFuture(decision);
        }
        return matter.role(tx, penalty.apply(accepted.result()), written.caller())
                .map(role -> refusal(written.texts(), role.isPresent(), scanner))
                .map(refusal -> Decision.refuse(refusal.orElseGet(unnamed::get)));
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
        return current(tx).map(scanner -> refusal(texts, named, scanner));
    }

    private static Optional<Refusal> refusal(List<WrittenText> texts, boolean named, PhraseScanner scanner) {
        return PhraseLint.refusal(PenaltyRefusal.SEALED_TERM_IN_TEXT, scanner, texts, named);
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
