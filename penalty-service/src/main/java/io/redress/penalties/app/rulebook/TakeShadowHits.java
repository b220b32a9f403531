package io.redress.penalties.app.rulebook;

import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.redress.penalties.domain.rulebook.draft.ShadowClause;
import io.redress.penalties.domain.shop.Proposal;
import io.redress.penalties.domain.shop.Shadowing;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes in hits of clauses in shadow: what each would have done is written down, and nothing else happens. While a batch
 * is taken in, its drafts neither change nor end. Refusals: CLAUSE_NOT_IN_SHADOW, SHADOW_FULL, and those of
 * {@link Shadowing}.
 */
public final class TakeShadowHits {

    static final long MOST_HITS = 100_000;

    private final RulebookDrafts drafts;
    private final ShadowClauses shadows;
    private final ShadowHits hits;
    private final IdSource ids;

    public TakeShadowHits(RulebookDrafts drafts, ShadowClauses shadows, ShadowHits hits, IdSource ids) {
        this.drafts = drafts;
        this.shadows = shadows;
        this.hits = hits;
        this.ids = ids;
    }

    /** A report of a hit. */
    public record Report(String draftId, String sourceId, byte[] digest, Proposal proposal) {

        private String clauseId() {
            return proposal.charges().get(0).request().clauseId();
        }
    }

    /** One batch: what was looked up for it. */
    public static final class Batch {
        private final Map<String, Optional<Open>> open = new HashMap<>();
    }

    /** A clause that is in shadow. */
    private static final class Open {
        private final ShadowClause clause;
        private final RulebookForm rules;
        private long hits;

        private Open(ShadowClause clause, RulebookForm rules, long hits) {
            this.clause = clause;
            this.rules = rules;
            this.hits = hits;
        }
    }

    /** Takes one in, and writes it; answers the hit's id. */
    public Future<Outcome<String>> take(Report report, ShopFile shop, Batch batch, CommandContext context, Tx tx) {
        return open(report, batch, tx).compose(found -> {
            if (found.isEmpty()) {
                return refused(
                        PenaltyRefusal.CLAUSE_NOT_IN_SHADOW,
                        "Clause " + report.clauseId() + " of draft " + report.draftId() + " is not in shadow.");
            }
            Open open = found.get();
            if (open.hits >= MOST_HITS) {
                return refused(
                        PenaltyRefusal.SHADOW_FULL,
                        "Clause " + report.clauseId() + " has " + MOST_HITS + " hits; that is as many as are kept.");
            }
            Outcome<Shadowing.Foretold> foretold =
                    Shadowing.foretell(shop, open.rules, report.proposal(), context.businessTime());
            if (foretold instanceof Outcome.Refused<Shadowing.Foretold> refused) {
                return Future.succeededFuture(Outcome.refused(refused.refusal()));
            }
            ShadowHits.Hit hit =
                    hit(report, open, shop, ((Outcome.Done<Shadowing.Foretold>) foretold).value(), context);
            return tx.apply(hits.insert(hit)).map(written -> {
                open.hits++;
                return Outcome.done(hit.id());
            });
        });
    }

    private ShadowHits.Hit hit(
            Report report, Open open, ShopFile shop, Shadowing.Foretold foretold, CommandContext context) {
        Proposal.Charge charge = report.proposal().charges().get(0);
        return new ShadowHits.Hit(
                ids.next("shh"),
                open.clause.id(),
                context.caller().subject(),
                report.sourceId(),
                report.digest(),
                shop.merchantId(),
                shop.shopId(),
                charge.request().actFrom(),
                charge.actTo(),
                context.businessTime(),
                foretold);
    }

    private Future<Optional<Open>> open(Report report, Batch batch, Tx tx) {
        String key = report.draftId() + "/" + report.clauseId();
        Optional<Open> known = batch.open.get(key);
        return known != null
                ? Future.succeededFuture(known)
                : look(report, tx).map(found -> {
                    batch.open.put(key, found);
                    return found;
                });
    }

    private Future<Optional<Open>> look(Report report, Tx tx) {
        return drafts.share(tx, report.draftId()).compose(draft -> {
            if (draft.filter(found -> found.state().status() == RulebookDraft.Status.NOTICE)
                    .isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            RulebookForm rules = draft.get().state().form();
            return shadows.find(tx, report.draftId(), report.clauseId())
                    .compose(found -> found.isEmpty()
                            ? Future.succeededFuture(Optional.empty())
                            : hits.count(tx, found.get().id())
                                    .map(count -> Optional.of(new Open(found.get(), rules, count))));
        });
    }

    private static Future<Outcome<String>> refused(PenaltyRefusal code, String detail) {
        return Future.succeededFuture(Outcome.refused(
                Refusal.of(code, detail).at(List.of(new Refusal.Wrong("/violations/0/clauseId", detail)))));
    }
}
