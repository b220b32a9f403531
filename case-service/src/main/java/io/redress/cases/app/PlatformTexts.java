package io.redress.cases.app;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.kit.command.Caller;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.text.PhraseLint;
import io.redress.kit.text.PhraseScanner;
import io.redress.kit.text.WrittenText;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Refuses commands of staff whose texts hold a sealed term: a merchant can read them. The merchant's own words are never
 * looked at, or asking would tell which words are sealed. Only what would otherwise be accepted is refused for it, and
 * the term is named to those alone who may read the detection record.
 */
public final class PlatformTexts {

    private final Supplier<Future<PhraseScanner>> scanner;

    /** @param scanner for the sealed terms; fails as long as they are not known */
    public PlatformTexts(Supplier<Future<PhraseScanner>> scanner) {
        this.scanner = scanner;
    }

    /** For texts of staff; fails as long as the terms are not known. */
    public Future<PhraseScanner> scanner() {
        return scanner.get();
    }

    /** What this caller's texts are checked with; empty for the merchant's side. */
    public Future<Optional<PhraseScanner>> scannerFor(Caller caller) {
        return caller.ofMerchantSide()
                ? Future.succeededFuture(Optional.empty())
                : scanner.get().map(Optional::of);
    }

    /** The decision, or the refusal of its texts. */
    public static Decision<CaseResult> checked(
            Decision<CaseResult> decision, Optional<PhraseScanner> scanner, List<WrittenText> texts) {
        return checkedOf(decision, result -> result, scanner, texts);
    }

    /**
     * The same for a decision about something in a case.
     *
     * @param of the case that the result belongs to
     */
    public static <R> Decision<R> checkedOf(
            Decision<R> decision,
            Function<R, CaseResult> of,
            Optional<PhraseScanner> scanner,
            List<WrittenText> texts) {
        if (scanner.isEmpty() || !(decision instanceof Decision.Accepted<R> accepted)) {
            return decision;
        }
        return refusal(of.apply(accepted.result()), scanner.get(), texts)
                .map(Decision::<R>refuse)
                .orElse(decision);
    }

    /** The refusal of texts about a case that somebody would otherwise have his way with. */
    public static Optional<Refusal> refusal(CaseResult seen, PhraseScanner scanner, List<WrittenText> texts) {
        return PhraseLint.refusal(CaseRefusal.SEALED_TERM_IN_TEXT, scanner, texts, mayKnowTerms(seen));
    }

    private static boolean mayKnowTerms(CaseResult result) {
        CaseFile file = result.file();
        String id = result.viewer().id();
        return file.subject().imposedBy(id)
                || file.people().advocate(id)
                || file.people().adjudicator(id)
                || result.viewer().roles().contains("integrity");
    }
}
