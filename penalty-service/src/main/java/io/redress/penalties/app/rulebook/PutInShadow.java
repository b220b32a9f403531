package io.redress.penalties.app.rulebook;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.draft.DraftEvent;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.redress.penalties.domain.rulebook.draft.ShadowClause;
import io.vertx.core.Future;

/**
 * The owner of the rules puts a clause of an announced draft in shadow. Refusals: UNKNOWN_CLAUSE, DUPLICATE,
 * ILLEGAL_TRANSITION.
 */
public final class PutInShadow {

    private final RulebookDrafts drafts;
    private final ShadowClauses shadows;
    private final DraftJournal journal;
    private final IdSource ids;

    public PutInShadow(RulebookDrafts drafts, ShadowClauses shadows, DraftJournal journal, IdSource ids) {
        this.drafts = drafts;
        this.shadows = shadows;
        this.journal = journal;
        this.ids = ids;
    }

    public Future<Decision<ShadowClause>> handle(String draftId, String clauseId, CommandContext context, Tx tx) {
        return drafts.lock(tx, draftId).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            RulebookDraft draft = found.get().state();
            if (draft.status() != RulebookDraft.Status.NOTICE) {
                return Future.succeededFuture(Decision.refuse(Refusal.of(
                                PenaltyRefusal.ILLEGAL_TRANSITION, "Only clauses of an announced draft are in shadow.")
                        .with("currentStatus", draft.status().name())));
            }
            if (!draft.hasClause(clauseId)) {
                return Future.succeededFuture(Decision.refuse(
                        Refusal.of(PenaltyRefusal.UNKNOWN_CLAUSE, "The draft has no clause " + clauseId + ".")));
            }
            return shadows.find(tx, draftId, clauseId)
                    .map(known -> known.isPresent()
                            ? Decision.refuse(Refusal.of(
                                    PenaltyRefusal.DUPLICATE, "Clause " + clauseId + " is in shadow already."))
                            : put(draftId, clauseId, context));
        });
    }

    private Decision<ShadowClause> put(String draftId, String clauseId, CommandContext context) {
        ShadowClause clause = new ShadowClause(
                ids.next("shc"), draftId, clauseId, context.caller().subject(), context.businessTime());
        Recorded recorded = journal.record(context, Revision.NEW, new DraftEvent.OfShadow(clause));
        return Decision.accept(clause, recorded.after(), shadows.insert(clause, recorded));
    }
}
