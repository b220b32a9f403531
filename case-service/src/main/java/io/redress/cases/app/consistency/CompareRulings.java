package io.redress.cases.app.consistency;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.DisputedItem;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.ViolationRuling;
import io.redress.cases.domain.consistency.ComparableRulings;
import io.redress.cases.domain.consistency.ComparedDraft;
import io.redress.cases.domain.consistency.ComparedItem;
import io.redress.cases.domain.consistency.Comparison;
import io.redress.cases.domain.consistency.Decided;
import io.redress.cases.domain.consistency.Distribution;
import io.redress.cases.domain.consistency.Share;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same facts, the same decision: each item of a draft is put beside what final rulings decided on comparable ones, and
 * whoever leaves the usual band says why, to the merchant too. It decides nothing. Refusal: consistency-reason-missing, of
 * all items at once. Two drafts at the same time do not see each other, nor what became final in the last minute where there
 * is much, as {@link KeptDistributions} says.
 */
public final class CompareRulings {

    private final ComparedRulings rulings;
    private final KeptDistributions distributions;
    private final Duration period;
    private final int enough;

    /**
     * @param period over which rulings are compared
     * @param enough so many comparable decisions make a usual band
     */
    public CompareRulings(ComparedRulings rulings, KeptDistributions distributions, Duration period, int enough) {
        this.rulings = rulings;
        this.distributions = distributions;
        this.period = period;
        this.enough = enough;
    }

    /** How one item of a case compares, before it is decided. */
    public record Shown(String itemId, ComparableRulings rulings, Decided decided) {}

    /**
     * What there is to compare a case with.
     *
     * @param draft what was kept of the current draft
     */
    public record Picture(
            CaseKind kind, Instant since, Instant asOf, int enough, List<Shown> items, Optional<ComparedDraft> draft) {}

    public Future<Picture> picture(CaseFile file, Instant now, Tx tx) {
        List<String> items =
                file.subject().items().stream().map(DisputedItem::id).toList();
        return shown(file, items, now, tx).compose(shown -> {
            Optional<String> draftId = file.proceedings().draft().map(Draft::draftId);
            Future<Optional<ComparedDraft>> kept =
                    draftId.isEmpty() ? Future.succeededFuture(Optional.empty()) : rulings.ofDraft(tx, draftId.get());
            return kept.map(draft -> new Picture(file.kind(), now.minus(period), now, enough, shown, draft));
        });
    }

    /**
     * What is kept of a draft that was just issued, or why it is refused.
     *
     * @param drafted the case with it
     */
    public Future<Outcome<Write>> check(CaseFile drafted, DraftContent content, Instant now, Tx tx) {
        List<String> items =
                content.violations().stream().map(ViolationRuling::violationId).toList();
        Draft draft = drafted.proceedings().draft().orElseThrow();
        return shown(drafted, items, now, tx).map(shown -> {
            List<ComparedItem> compared = new ArrayList<>();
            List<Refusal> unreasoned = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                ViolationRuling item = content.violations().get(i);
                Comparison comparison = Comparison.of(
                        outcome(content, item),
                        Share.of(drafted, content, item),
                        shown.get(i).decided(),
                        enough);
                Optional<BilingualText> reasons = content.earlier().deviation(item.violationId());
                if (comparison.outside() && reasons.isEmpty()) {
                    unreasoned.add(unreasoned(i, comparison));
                }
                compared.add(new ComparedItem(item.violationId(), shown.get(i).rulings(), comparison, reasons));
            }
            if (!unreasoned.isEmpty()) {
                return Outcome.refused(unreasoned
                        .get(0)
                        .at(unreasoned.stream()
                                .flatMap(one -> one.wrong().stream())
                                .toList()));
            }
            return Outcome.done(rulings.insert(new ComparedDraft(
                    draft.draftId(), drafted.id(), draft.issuedBy(), now, now.minus(period), enough, compared)));
        });
    }

    /** What depends on conditions is compared with what did. */
    private static RulingOutcome outcome(DraftContent content, ViolationRuling item) {
        return content.outcome() == RulingOutcome.CONDITIONAL ? RulingOutcome.CONDITIONAL : item.outcome();
    }

    private Future<List<Shown>> shown(CaseFile file, List<String> items, Instant now, Tx tx) {
        Future<List<Shown>> all = Future.succeededFuture(List.of());
        for (String item : items) {
            all = all.compose(before -> one(file, item, before, now, tx).map(shown -> {
                List<Shown> more = new ArrayList<>(before);
                more.add(shown);
                return more;
            }));
        }
        return all;
    }

    /** Items that are compared with the same are counted once. */
    private Future<Shown> one(CaseFile file, String item, List<Shown> before, Instant now, Tx tx) {
        ComparableRulings comparable = ComparableRulings.of(file, item);
        Optional<Decided> known = before.stream()
                .filter(shown -> shown.rulings().equals(comparable))
                .map(Shown::decided)
                .findFirst();
        return known.map(Future::succeededFuture)
                .orElseGet(() -> distributions.of(comparable, now.minus(period), now, tx))
                .map(decided -> new Shown(item, comparable, decided));
    }

    private static Refusal unreasoned(int index, Comparison comparison) {
        Optional<Distribution> usual = comparison.share().flatMap(mine -> comparison.shares());
        String detail = usual.map(found -> "Of " + found.decisions() + " comparable decisions most have a share of "
                        + found.tenth() + " to " + found.ninetieth() + " %; say why this one has "
                        + comparison.share().orElseThrow() + " %.")
                .orElseGet(() -> "Of " + comparison.comparable() + " comparable decisions " + comparison.equal()
                        + " came out as " + comparison.outcome() + "; say why this one does.");
        Refusal refusal = Refusal.of(CaseRefusal.CONSISTENCY_REASON_MISSING, detail)
                .with("comparable", Integer.toString(comparison.comparable()))
                .at(List.of(new Refusal.Wrong("/violations/" + index + "/deviationReasons", detail)));
        return usual.map(found -> refusal.with("usualFrom", Integer.toString(found.tenth()))
                        .with("usualTo", Integer.toString(found.ninetieth())))
                .orElse(refusal);
    }
}
