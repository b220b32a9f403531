package io.redress.penalties.app.rulebook;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.RegisterRulebook;
import io.redress.penalties.app.RegisterRulebook.Registration;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.draft.DraftEvent;
import io.redress.penalties.domain.rulebook.draft.DraftEvent.Kind;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.function.Function;

/**
 * The owner of the rules drafts a version, announces it, and publishes or withdraws it; publication registers it.
 * Refusals: those of {@link RulebookDraft} and of {@link RegisterRulebook}.
 */
public final class DraftRulebook {

    private final RulebookDrafts drafts;
    private final Objections objections;
    private final RulebookStore rulebooks;
    private final RegisterRulebook register;
    private final DraftJournal journal;
    private final IdSource ids;

    public DraftRulebook(
            RulebookDrafts drafts,
            Objections objections,
            RulebookStore rulebooks,
            RegisterRulebook register,
            DraftJournal journal,
            IdSource ids) {
        this.drafts = drafts;
        this.objections = objections;
        this.rulebooks = rulebooks;
        this.register = register;
        this.journal = journal;
        this.ids = ids;
    }

    public Decision<RulebookDraft> open(RulebookForm form, CommandContext context) {
        RulebookDraft draft =
                RulebookDraft.opened(ids.next("rbd"), form, context.caller().subject(), context.businessTime());
        Recorded recorded = journal.record(context, Revision.NEW, new DraftEvent.OfDraft(Kind.OPENED, draft));
        return Decision.accept(draft, recorded.after(), drafts.insert(draft, recorded));
    }

    public Future<Decision<RulebookDraft>> change(String draftId, RulebookForm form, CommandContext context, Tx tx) {
        return onDraft(
                draftId,
                context,
                tx,
                found -> Future.succeededFuture(moved(found, found.state().changed(form), Kind.CHANGED, context)));
    }

    public Future<Decision<RulebookDraft>> announce(
            String draftId, Instant effectiveFrom, CommandContext context, Tx tx) {
        return onDraft(draftId, context, tx, found -> rulebooks
                .all(tx)
                .map(all -> moved(
                        found,
                        found.state().announced(effectiveFrom, context.businessTime(), all),
                        Kind.ANNOUNCED,
                        context)));
    }

    public Future<Decision<RulebookDraft>> withdraw(String draftId, Text reasons, CommandContext context, Tx tx) {
        return onDraft(
                draftId,
                context,
                tx,
                found -> Future.succeededFuture(moved(
                        found, found.state().withdrawn(reasons, context.businessTime()), Kind.WITHDRAWN, context)));
    }

    public Future<Decision<RulebookDraft>> publish(String draftId, CommandContext context, Tx tx) {
        return onDraft(
                draftId, context, tx, found -> objections.count(tx, draftId).compose(count -> {
                    Decision<RulebookDraft> published = moved(
                            found,
                            found.state().published(count.open(), context.businessTime()),
                            Kind.PUBLISHED,
                            context);
                    return published instanceof Decision.Accepted<RulebookDraft> accepted
                            ? registered(accepted, context, tx)
                            : Future.succeededFuture(published);
                }));
    }

    private Future<Decision<RulebookDraft>> registered(
            Decision.Accepted<RulebookDraft> published, CommandContext context, Tx tx) {
        return register.registration(published.result().form(), context, tx).map(outcome -> {
            if (outcome instanceof Outcome.Refused<Registration> refused) {
                return Decision.refuse(refused.refusal());
            }
            Write registration = ((Outcome.Done<Registration>) outcome).value().write();
            return Decision.accept(
                    published.result(), published.revision(), published.write().and(registration));
        });
    }

    private Future<Decision<RulebookDraft>> onDraft(
            String draftId,
            CommandContext context,
            Tx tx,
            Function<Loaded<RulebookDraft>, Future<Decision<RulebookDraft>>> decide) {
        return drafts.lock(tx, draftId).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            Revision revision = found.get().revision();
            return context.accepts(revision)
                    ? decide.apply(found.get())
                    : Future.succeededFuture(Decision.stale(revision));
        });
    }

    private Decision<RulebookDraft> moved(
            Loaded<RulebookDraft> found, Outcome<RulebookDraft> outcome, Kind kind, CommandContext context) {
        if (outcome instanceof Outcome.Refused<RulebookDraft> refused) {
            return Decision.refuse(refused.refusal());
        }
        RulebookDraft after = ((Outcome.Done<RulebookDraft>) outcome).value();
        Recorded recorded = journal.record(context, found.revision(), new DraftEvent.OfDraft(kind, after));
        return Decision.accept(after, recorded.after(), drafts.update(after, recorded));
    }
}
