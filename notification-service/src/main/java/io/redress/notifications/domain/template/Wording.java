package io.redress.notifications.domain.template;

import io.redress.kit.outcome.Outcome;
import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.PlainText;
import io.redress.notifications.domain.Unsendable;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a notice's words from an approved template and an event, in both languages.
 *
 * <p>Guarantees: nothing inside a value is read as template syntax; a title is one line; there is no gap; what the
 * platform wrote contains no sealed term. A merchant's own words are never searched.
 */
public final class Wording {
    /** The longest body, in UTF-16 units; also what the contract says. */
    public static final int MAX_BODY = 100_000;

    private static final int MAX_TITLE = 1_000;

    private final MessageSyntax syntax;
    private final TermScanner sealedTerms;

    public Wording(MessageSyntax syntax, TermScanner sealedTerms) {
        this.syntax = syntax;
        this.sealedTerms = sealedTerms;
    }

    /** What came of it: the words, or why there are none. */
    public sealed interface Result {
        /** Whole in both languages. */
        record Words(BilingualText title, BilingualText body) implements Result {}

        /** It must not be sent like this. */
        record None(Unsendable why) implements Result {}
    }

    /** The words of one notice. */
    public Result write(Template template, PartyEvent event) {
        Outcome<BilingualText> title = fill(template, event, Part.TITLE, false);
        Outcome<BilingualText> body = fill(template, event, Part.BODY, false);
        if (title instanceof Outcome.Done<BilingualText> titleDone
                && body instanceof Outcome.Done<BilingualText> bodyDone) {
            return checked(template, event, titleDone.value(), bodyDone.value());
        }
        Outcome<BilingualText> failed = title instanceof Outcome.Refused ? title : body;
        String detail = ((Outcome.Refused<BilingualText>) failed).refusal().detail();
        return none(Unsendable.Reason.PLACEHOLDER_MISSING, detail);
    }

    /** One language of a template that may still be a draft; refused with what is wrong with it. */
    public Outcome<TemplateText> preview(Template template, Language language, TemplateText text, PartyEvent event) {
        Map<String, Object> values = EventValues.of(template.type(), event, language);
        return bounded(text.title(), language, values).flatMap(title -> bounded(text.body(), language, values)
                .map(body -> new TemplateText(PlainText.line(title), PlainText.lines(body))));
    }

    /** A draft has passed no rules yet: it is looked at before it is filled in. */
    private Outcome<String> bounded(String pattern, Language language, Map<String, Object> values) {
        return syntax.uses(pattern).flatMap(uses -> syntax.fill(pattern, language, values));
    }

    private Result checked(Template template, PartyEvent event, BilingualText title, BilingualText body) {
        if (longest(title) > MAX_TITLE || longest(body) > MAX_BODY) {
            return none(Unsendable.Reason.TOO_LONG, "the text is longer than a notice can be");
        }
        if (title.zh().isBlank()
                || title.en().isBlank()
                || body.zh().isBlank()
                || body.en().isBlank()) {
            return none(Unsendable.Reason.PLACEHOLDER_MISSING, "a text is empty");
        }
        return sealed(template, event)
                ? none(Unsendable.Reason.SEALED_TERM, "what the platform would write contains a sealed term")
                : new Result.Words(title, body);
    }

    /** Searches what the platform wrote: the text as it would be without the merchant's own words. */
    private boolean sealed(Template template, PartyEvent event) {
        for (Part part : Part.values()) {
            Outcome<BilingualText> text = fill(template, event, part, true);
            if (text instanceof Outcome.Done<BilingualText> done
                    && (finds(done.value().zh()) || finds(done.value().en()))) {
                return true;
            }
        }
        return false;
    }

    private boolean finds(String text) {
        Optional<String> found = sealedTerms.find(text);
        return found.isPresent();
    }

    private Outcome<BilingualText> fill(Template template, PartyEvent event, Part part, boolean withoutOwnWords) {
        return fill(template, event, part, withoutOwnWords, Language.ZH)
                .flatMap(zh -> fill(template, event, part, withoutOwnWords, Language.EN)
                        .map(en -> new BilingualText(zh, en)));
    }

    private Outcome<String> fill(
            Template template, PartyEvent event, Part part, boolean withoutOwnWords, Language language) {
        Map<String, Object> values = EventValues.of(template.type(), event, language);
        if (withoutOwnWords) {
            Placeholders.of(template.type()).values().stream()
                    .filter(placeholder -> placeholder.kind() == Placeholder.Kind.OWN_WORDS)
                    .forEach(placeholder -> values.computeIfPresent(placeholder.name(), (name, words) -> "\n"));
        }
        TemplateText text = template.text(language).orElseThrow();
        return switch (part) {
            case TITLE -> syntax.fill(text.title(), language, values).map(PlainText::line);
            case BODY -> syntax.fill(text.body(), language, values).map(PlainText::lines);
        };
    }

    private static int longest(BilingualText text) {
        return Math.max(text.zh().length(), text.en().length());
    }

    private static Result none(Unsendable.Reason reason, String detail) {
        return new Result.None(new Unsendable(reason, detail));
    }

    private enum Part {
        TITLE,
        BODY
    }
}
