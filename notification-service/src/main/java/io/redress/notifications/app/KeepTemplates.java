package io.redress.notifications.app;

import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.template.MessageSyntax;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TemplateRules;
import io.redress.notifications.domain.template.TemplateText;
import io.redress.notifications.domain.template.TermScanner;
import io.vertx.core.Future;
import java.util.Optional;

/** Templates: drafted, changed while they are drafts, and approved by somebody who did not write in them. */
public final class KeepTemplates {
    /** Who may be told which sealed term was found. */
    private static final String KNOWS_SEALED_TERMS = "integrity";

    private final Templates templates;
    private final MessageSyntax syntax;
    private final SealedTerms sealedTerms;
    private final Ids ids;

    public KeepTemplates(Templates templates, MessageSyntax syntax, SealedTerms sealedTerms, Ids ids) {
        this.templates = templates;
        this.syntax = syntax;
        this.sealedTerms = sealedTerms;
        this.ids = ids;
    }

    /** A new draft; refused with {@code TEMPLATE_TYPE_UNKNOWN}. */
    public Decision<Template> draft(
            NoticeType type,
            Addressee addressee,
            Optional<TemplateText> zh,
            Optional<TemplateText> en,
            CommandContext context) {
        return decide(
                Revision.NEW,
                Template.draft(
                        ids.next("tpl"),
                        type,
                        addressee,
                        zh,
                        en,
                        context.caller().subject(),
                        context.businessTime()),
                context);
    }

    /** Other words for a draft; refused with {@code ILLEGAL_TRANSITION}. */
    public Future<Decision<Template>> change(
            String templateId, Optional<TemplateText> zh, Optional<TemplateText> en, CommandContext context, Tx tx) {
        return templates
                .find(templateId, tx)
                .map(found -> found.isEmpty()
                        ? Decision.notFound()
                        : whenSeen(found.get(), context, () -> found.get()
                                .state()
                                .change(zh, en, context.caller().subject(), context.businessTime())));
    }

    /**
     * Approves a draft; the version before it is superseded in the same moment.
     *
     * @return refused with {@code ILLEGAL_TRANSITION}, {@code OWN_CAUSE} or what {@link TemplateRules} find; fails
     *     while the sealed terms are not known
     */
    public Future<Decision<Template>> approve(String templateId, CommandContext context, Tx tx) {
        return templates.find(templateId, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            Loaded<Template> draft = found.get();
            return sealedTerms.scanner().compose(scanner -> templates
                    .current(draft.state().type(), draft.state().addressee(), tx)
                    .map(current -> approve(draft, current, scanner, context)));
        });
    }

    private Decision<Template> approve(
            Loaded<Template> draft, Optional<Loaded<Template>> current, TermScanner scanner, CommandContext context) {
        TemplateRules rules =
                new TemplateRules(syntax, scanner, context.caller().hasRole(KNOWS_SEALED_TERMS));
        int next = current.flatMap(loaded -> loaded.state().version()).orElse(0) + 1;
        Decision<Template> decision = whenSeen(draft, context, () -> draft.state()
                .approve(context.caller().subject(), next, context.businessTime(), rules));
        if (decision instanceof Decision.Accepted<Template> accepted && current.isPresent()) {
            Write superseding = templates
                    .save(
                            context,
                            current.get().revision(),
                            current.get().state().supersede(context.businessTime()))
                    .write();
            return Decision.accept(accepted.result(), accepted.revision(), superseding.and(accepted.write()));
        }
        return decision;
    }

    private Decision<Template> whenSeen(
            Loaded<Template> loaded,
            CommandContext context,
            java.util.function.Supplier<Outcome<Template.Change>> change) {
        return context.accepts(loaded.revision())
                ? decide(loaded.revision(), change.get(), context)
                : Decision.stale(loaded.revision());
    }

    private Decision<Template> decide(Revision before, Outcome<Template.Change> outcome, CommandContext context) {
        if (outcome instanceof Outcome.Refused<Template.Change> refused) {
            return Decision.refuse(refused.refusal());
        }
        Template.Change change = ((Outcome.Done<Template.Change>) outcome).value();
        Saved saved = templates.save(context, before, change);
        return Decision.accept(change.template(), saved.revision(), saved.write());
    }
}
