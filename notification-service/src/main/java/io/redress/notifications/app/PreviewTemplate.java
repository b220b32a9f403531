package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.template.MessageSyntax;
import io.redress.notifications.domain.template.Template;
import io.redress.notifications.domain.template.TemplateText;
import io.redress.notifications.domain.template.Wording;
import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Shows what a template would say, in the languages it has. Writes nothing. Refused with {@code TEMPLATE_MALFORMED}, or
 * with {@code NOTICE_INCOMPLETE} when a value is missing.
 */
public final class PreviewTemplate {
    private final Templates templates;
    private final MessageSyntax syntax;

    public PreviewTemplate(Templates templates, MessageSyntax syntax) {
        this.templates = templates;
        this.syntax = syntax;
    }

    /**
     * Fills a template in.
     *
     * @param values members of the event, by name; a text in two languages as {@code name.zh} and {@code name.en}
     */
    public Future<Decision<Map<Language, TemplateText>>> handle(
            String templateId, Map<String, String> values, CommandContext context, Tx tx) {
        return templates.find(templateId, tx).map(found -> found.map(loaded -> preview(loaded.state(), values, context))
                .orElseGet(Decision::notFound));
    }

    private Decision<Map<Language, TemplateText>> preview(
            Template template, Map<String, String> values, CommandContext context) {
        PartyEvent event = new PartyEvent("preview", template.type().wireName(), context.businessTime(), values);
        Wording wording = new Wording(syntax, text -> Optional.empty());
        Map<Language, TemplateText> filled = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Optional<TemplateText> text = template.text(language);
            if (text.isPresent()) {
                Outcome<TemplateText> outcome = wording.preview(template, language, text.get(), event);
                if (outcome instanceof Outcome.Refused<TemplateText> refused) {
                    return Decision.refuse(refused.refusal());
                }
                filled.put(language, ((Outcome.Done<TemplateText>) outcome).value());
            }
        }
        return Decision.accept(filled, Revision.NEW, Write.none());
    }
}
