package io.redress.penalties.app.rulebook;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.rulebook.RulebookCheck;
import io.redress.penalties.domain.rulebook.RulebookProblem;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.redress.penalties.domain.rulebook.impact.BookedViolation;
import io.redress.penalties.domain.rulebook.impact.DraftImpact;
import io.redress.penalties.domain.rulebook.impact.ImpactTally;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Dry run of a draft over what was proposed in the last days; nothing is written. It reads a bounded number of merchants
 * at a time and begins with no more of them after some seconds; what is left is another call's, and the figures of the
 * calls add up. Refusal: RULEBOOK_INVALID.
 */
public final class PreviewImpact {

    private static final int MERCHANTS_AT_A_TIME = 100;
    private static final long NO_MORE_AFTER_NANOS = Duration.ofSeconds(5).toNanos();

    private final RulebookDrafts drafts;
    private final RulebookStore rulebooks;
    private final BookedViolations violations;

    public PreviewImpact(RulebookDrafts drafts, RulebookStore rulebooks, BookedViolations violations) {
        this.drafts = drafts;
        this.rulebooks = rulebooks;
        this.violations = violations;
    }

    /**
     * What was found.
     *
     * @param since what was proposed from then on is judged by the draft
     * @param next the last merchant looked at, if there may be more
     */
    public record Impact(String draftId, Instant since, ImpactTally tally, Optional<String> next) {}

    /** @param after the last merchant that an earlier call looked at */
    public Future<Decision<Impact>> handle(
            String draftId, int days, Optional<String> after, CommandContext context, Tx tx) {
        return drafts.find(tx, draftId).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            RulebookDraft draft = found.get().state();
            Optional<Refusal> refusal = RulebookProblem.refusal(RulebookCheck.ofContent(draft.form()));
            if (refusal.isPresent()) {
                return Future.succeededFuture(Decision.refuse(refusal.get()));
            }
            return rulebooks
                    .all(tx)
                    .compose(all -> run(draft, days, after.orElse(""), all, context.businessTime(), tx))
                    .map(impact -> Decision.accept(impact, Revision.NEW, Write.none()));
        });
    }

    private Future<Impact> run(RulebookDraft draft, int days, String after, Rulebooks registered, Instant now, Tx tx) {
        Instant since = now.minus(Duration.ofDays(days));
        DraftImpact impact = new DraftImpact(draft.form().rulebook(), registered, since, now);
        ImpactTally tally = impact.tally();
        return further(impact, tally, since, after, System.nanoTime(), tx)
                .map(next -> new Impact(draft.id(), since, tally, next));
    }

    private Future<Optional<String>> further(
            DraftImpact impact, ImpactTally tally, Instant since, String after, long begun, Tx tx) {
        return violations.merchants(tx, since, after, MERCHANTS_AT_A_TIME).compose(merchants -> {
            if (merchants.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            String last = merchants.get(merchants.size() - 1);
            return booked(merchants, tx).compose(shops -> {
                shops.forEach(shop ->
                        tally.add(shop.violations().get(0).merchantId(), impact.of(shop.violations(), shop.credits())));
                if (merchants.size() < MERCHANTS_AT_A_TIME) {
                    return Future.succeededFuture(Optional.empty());
                }
                return System.nanoTime() - begun > NO_MORE_AFTER_NANOS
                        ? Future.succeededFuture(Optional.of(last))
                        : further(impact, tally, since, last, begun, tx);
            });
        });
    }

    private record Booked(List<BookedViolation> violations, List<Credit> credits) {}

    /** By shop, in order. */
    private Future<List<Booked>> booked(List<String> merchants, Tx tx) {
        return violations
                .of(tx, merchants)
                .compose(booked -> violations.credits(tx, merchants).map(credits -> byShop(booked).entrySet().stream()
                        .map(shop -> new Booked(shop.getValue(), credits.getOrDefault(shop.getKey(), List.of())))
                        .toList()));
    }

    private static Map<String, List<BookedViolation>> byShop(List<BookedViolation> booked) {
        return booked.stream()
                .collect(Collectors.groupingBy(BookedViolation::shopId, LinkedHashMap::new, Collectors.toList()));
    }
}
