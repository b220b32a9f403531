package io.redress.penalties.app.rulebook;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.Parties;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.draft.DraftEvent.ObjectionKind;
import io.redress.penalties.domain.rulebook.draft.DraftEvent.OfObjection;
import io.redress.penalties.domain.rulebook.draft.Objection;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/**
 * Merchants object to an announced draft, alone or together, and the owner of the rules answers each objection. A
 * merchant raises one at a time and may join any number. Refusals: UNKNOWN_MERCHANT, UNKNOWN_CLAUSE, OBJECTION_PERIOD_OVER, DUPLICATE,
 * NOT_A_SUPPORTER, ILLEGAL_TRANSITION.
 */
public final class ObjectToDraft {

    private final RulebookDrafts drafts;
    private final Objections objections;
    private final Parties parties;
    private final DraftJournal journal;
    private final IdSource ids;

    public ObjectToDraft(
            RulebookDrafts drafts, Objections objections, Parties parties, DraftJournal journal, IdSource ids) {
        this.drafts = drafts;
        this.objections = objections;
        this.parties = parties;
        this.journal = journal;
        this.ids = ids;
    }

    /**
     * @param clauseId the clause that it is about; empty when it is about the rules as a whole
     * @param language of the words, zh or en
     */
    public Future<Decision<Objections.Seen>> raise(
            String draftId, Optional<String> clauseId, String language, String words, CommandContext context, Tx tx) {
        String merchantId = merchant(context);
        return onRunningNotice(draftId, context, tx, draft -> parties.merchant(tx, merchantId)
                .compose(merchant -> merchant.isEmpty()
                        ? refused(PenaltyRefusal.UNKNOWN_MERCHANT, "Merchant " + merchantId + " is not registered.")
                        : clauseId.filter(id -> !draft.hasClause(id)).isPresent()
                                ? refused(
                                        PenaltyRefusal.UNKNOWN_CLAUSE,
                                        "The draft has no clause " + clauseId.get() + ".")
                                : objections
                                        .hasRaised(tx, draftId, merchantId)
                                        .map(raised -> raised
                                                ? Decision.<Objections.Seen>refuse(Refusal.of(
                                                        PenaltyRefusal.DUPLICATE,
                                                        "This merchant has an objection to the draft already."))
                                                : first(draft, merchantId, clauseId, language, words, context))));
    }

    private Decision<Objections.Seen> first(
            RulebookDraft draft,
            String merchantId,
            Optional<String> clauseId,
            String language,
            String words,
            CommandContext context) {
        Objection raised =
                Objection.raised(ids.next("obj"), draft, merchantId, clauseId, language, words, context.businessTime());
        Recorded recorded =
                journal.record(context, Revision.NEW, new OfObjection(ObjectionKind.RAISED, raised, merchantId));
        return Decision.accept(
                new Objections.Seen(raised, true), recorded.after(), objections.insert(raised, recorded));
    }

    public Future<Decision<Objections.Seen>> join(String draftId, String objectionId, CommandContext context, Tx tx) {
        String merchantId = merchant(context);
        return onRunningNotice(draftId, context, tx, draft -> parties.merchant(tx, merchantId)
                .compose(merchant -> merchant.isEmpty()
                        ? refused(PenaltyRefusal.UNKNOWN_MERCHANT, "Merchant " + merchantId + " is not registered.")
                        : onObjection(draftId, objectionId, tx, found -> objections
                                .isJoined(tx, objectionId, merchantId)
                                .map(joined -> joined
                                        ? Decision.<Objections.Seen>refuse(Refusal.of(
                                                PenaltyRefusal.DUPLICATE, "This merchant stands behind it already."))
                                        : joined(found, merchantId, context)))));
    }

    private Decision<Objections.Seen> joined(Loaded<Objection> found, String merchantId, CommandContext context) {
        return moved(
                found,
                found.state().joined(),
                ObjectionKind.JOINED,
                merchantId,
                true,
                objections.join(found.state(), merchantId),
                context);
    }

    /** The merchant does not stand behind it any more, whether it raised or joined it. */
    public Future<Decision<Objections.Seen>> leave(String draftId, String objectionId, CommandContext context, Tx tx) {
        String merchantId = merchant(context);
        return onAnnounced(
                draftId,
                tx,
                draft -> onObjection(draftId, objectionId, tx, found -> objections
                        .isJoined(tx, objectionId, merchantId)
                        .map(joined -> joined
                                ? moved(
                                        found,
                                        found.state().left(),
                                        ObjectionKind.LEFT,
                                        merchantId,
                                        false,
                                        objections.leave(found.state(), merchantId),
                                        context)
                                : Decision.refuse(Refusal.of(
                                        PenaltyRefusal.NOT_A_SUPPORTER, "This merchant does not stand behind it.")))));
    }

    /** The answer is public, and final. */
    public Future<Decision<Objections.Seen>> answer(
            String draftId, String objectionId, Text reasons, CommandContext context, Tx tx) {
        Objection.Answer given = new Objection.Answer(reasons, context.caller().subject(), context.businessTime());
        return onAnnounced(
                draftId,
                tx,
                draft -> onObjection(
                        draftId,
                        objectionId,
                        tx,
                        found -> Future.succeededFuture(moved(
                                found,
                                found.state().answered(given),
                                ObjectionKind.ANSWERED,
                                found.state().merchantId(),
                                false,
                                Write.none(),
                                context))));
    }

    private Decision<Objections.Seen> moved(
            Loaded<Objection> found,
            Outcome<Objection> outcome,
            ObjectionKind kind,
            String merchantId,
            boolean joined,
            Write more,
            CommandContext context) {
        if (outcome instanceof Outcome.Refused<Objection> refused) {
            return Decision.refuse(refused.refusal());
        }
        Objection after = ((Outcome.Done<Objection>) outcome).value();
        Recorded recorded = journal.record(context, found.revision(), new OfObjection(kind, after, merchantId));
        return Decision.accept(
                new Objections.Seen(after, joined),
                recorded.after(),
                objections.update(after, recorded).and(more));
    }

    private Future<Decision<Objections.Seen>> onRunningNotice(
            String draftId,
            CommandContext context,
            Tx tx,
            Function<RulebookDraft, Future<Decision<Objections.Seen>>> decide) {
        return onAnnounced(draftId, tx, draft -> {
            boolean runs = draft.status() == RulebookDraft.Status.NOTICE
                    && draft.notice().orElseThrow().runsAt(context.businessTime());
            return runs
                    ? decide.apply(draft)
                    : refused(
                            PenaltyRefusal.OBJECTION_PERIOD_OVER,
                            "Objections to this draft were possible until its notice period ended or it was withdrawn.");
        });
    }

    /** To everybody but its owner a draft exists from its announcement on; it cannot be published meanwhile. */
    private Future<Decision<Objections.Seen>> onAnnounced(
            String draftId, Tx tx, Function<RulebookDraft, Future<Decision<Objections.Seen>>> decide) {
        return drafts.share(tx, draftId).compose(found -> found.map(Loaded::state)
                .filter(RulebookDraft::announced)
                .map(decide)
                .orElseGet(() -> Future.succeededFuture(Decision.notFound())));
    }

    private Future<Decision<Objections.Seen>> onObjection(
            String draftId,
            String objectionId,
            Tx tx,
            Function<Loaded<Objection>, Future<Decision<Objections.Seen>>> decide) {
        return objections.lock(tx, objectionId).compose(found -> found.filter(
                        objection -> objection.state().draftId().equals(draftId))
                .map(decide)
                .orElseGet(() -> Future.succeededFuture(Decision.notFound())));
    }

    private static Future<Decision<Objections.Seen>> refused(RefusalCode code, String detail) {
        return Future.succeededFuture(Decision.refuse(Refusal.of(code, detail)));
    }

    private static String merchant(CommandContext context) {
        return context.caller().merchantId().orElseThrow();
    }
}
