package io.redress.cases.app.search;

import io.redress.cases.app.Organisation;
import io.redress.cases.app.search.SavedViews.Content;
import io.redress.cases.app.search.SavedViews.View;
import io.redress.cases.domain.CaseRefusal;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Keeps views of cases for the people who ask by them. A view is a question, no answer: whoever runs it finds what he may
 * see. Somebody else's view exists only if it is shared and both are of one department. Refusals: inconsistent-data,
 * view-limit-reached.
 */
public final class KeepViews {

    private final SavedViews views;
    private final Organisation organisation;

    public KeepViews(SavedViews views, Organisation organisation) {
        this.views = views;
        this.organisation = organisation;
    }

    /** The caller's own, made or replaced; the same again changes nothing. */
    public Future<Decision<View>> put(String id, Content content, CommandContext context, Tx tx) {
        if (content.nameZh().isEmpty() && content.nameEn().isEmpty()) {
            return Future.succeededFuture(
                    Decision.refuse(Refusal.of(CaseRefusal.INCONSISTENT_DATA, "A view has a name.")));
        }
        String owner = context.caller().subject();
        return views.find(tx, owner, id).compose(found -> {
            if (found.isPresent()) {
                return Future.succeededFuture(replace(found.get(), content, context));
            }
            return views.count(tx, owner).map(count -> {
                if (count >= SavedViews.MOST) {
                    return Decision.refuse(Refusal.of(
                            CaseRefusal.VIEW_LIMIT_REACHED,
                            "Nobody has more than " + SavedViews.MOST + " views of his own."));
                }
                View view = new View(owner, id, content, context.businessTime(), 1);
                return Decision.accept(view, revision(view), views.put(view));
            });
        });
    }

    private Decision<View> replace(View before, Content content, CommandContext context) {
        if (!context.accepts(revision(before))) {
            return Decision.stale(revision(before));
        }
        if (before.content().equals(content)) {
            return Decision.accept(before, revision(before), Write.none());
        }
        View view = new View(before.owner(), before.id(), content, context.businessTime(), before.version() + 1);
        return Decision.accept(view, revision(view), views.put(view));
    }

    /** The caller's own; one that is not there is not there afterwards either. */
    public Future<Decision<String>> delete(String id, CommandContext context, Tx tx) {
        return views.find(tx, context.caller().subject(), id).map(found -> {
            if (found.isPresent() && !context.accepts(revision(found.get()))) {
                return Decision.stale(revision(found.get()));
            }
            return Decision.accept(id, Revision.NEW, found.map(views::delete).orElse(Write.none()));
        });
    }

    /** @param sharedBy whose; empty for the caller's own */
    public Future<Optional<Loaded<View>>> one(String id, Optional<String> sharedBy, CommandContext context, Tx tx) {
        String reader = context.caller().subject();
        String owner = sharedBy.orElse(reader);
        return views.find(tx, owner, id).compose(found -> {
            if (found.isEmpty() || owner.equals(reader)) {
                return Future.succeededFuture(found.map(KeepViews::loaded));
            }
            return organisation
                    .departmentOf(tx, reader)
                    .compose(readers -> organisation.departmentOf(tx, owner).map(owners -> found.filter(
                                    view -> view.content().shared() && readers.isPresent() && readers.equals(owners))
                            .map(KeepViews::loaded)));
        });
    }

    /** One more than {@code limit} when there is more. */
    public Future<List<View>> list(int limit, String afterOwner, String afterId, CommandContext context, Tx tx) {
        String reader = context.caller().subject();
        return organisation
                .departmentOf(tx, reader)
                .compose(department -> views.list(tx, reader, department, limit, afterOwner, afterId));
    }

    private static Loaded<View> loaded(View view) {
        return new Loaded<>(view, revision(view));
    }

    private static Revision revision(View view) {
        return new Revision(view.version(), 0, Revision.NEW.chainHead());
    }
}
