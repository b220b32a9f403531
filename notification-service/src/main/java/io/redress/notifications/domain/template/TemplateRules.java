package io.redress.notifications.domain.template;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NotificationRefusal;
import io.redress.notifications.domain.template.MessageSyntax.Form;
import io.redress.notifications.domain.template.MessageSyntax.Use;
import io.redress.notifications.domain.template.Placeholder.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template has to be before notices are made from it: in both languages, well-formed, naming what the notice
 * carries and all that the recipient has to know, and nothing sealed.
 */
public final class TemplateRules {
    private final MessageSyntax syntax;
    private final TermScanner sealedTerms;
    private final boolean termsMayBeNamed;

    /** @param termsMayBeNamed whether whoever asks may be told which sealed term was found */
    public TemplateRules(MessageSyntax syntax, TermScanner sealedTerms, boolean termsMayBeNamed) {
        this.syntax = syntax;
        this.sealedTerms = sealedTerms;
        this.termsMayBeNamed = termsMayBeNamed;
    }

    /** The first thing that is wrong with it. */
    Optional<Refusal> check(Template template) {
        for (Language language : Language.values()) {
            if (template.text(language).isEmpty()) {
                return refusal(NotificationRefusal.TEMPLATE_INCOMPLETE, "it has no words in " + language.tag());
            }
        }
        Map<String, Placeholder> declared = Placeholders.of(template.type());
        for (Language language : Language.values()) {
            Optional<Refusal> finding = check(template.text(language).orElseThrow(), language, declared);
            if (finding.isPresent()) {
                return finding;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> check(TemplateText text, Language language, Map<String, Placeholder> declared) {
        List<Use> uses = new ArrayList<>();
        for (String pattern : List.of(text.title(), text.body())) {
            Outcome<List<Use>> parsed = syntax.uses(pattern);
            if (parsed instanceof Outcome.Refused<List<Use>> refused) {
                return Optional.of(refused.refusal());
            }
            List<Use> found = ((Outcome.Done<List<Use>>) parsed).value();
            Optional<Refusal> misuse = misuse(found, declared, language);
            if (misuse.isPresent()) {
                return misuse;
            }
            uses.addAll(found);
        }
        return unnamed(uses, declared, language)
                .or(() -> untold(text, language, declared))
                .or(() -> sealed(List.of(text.title(), text.body())));
    }

    private static Optional<Refusal> misuse(List<Use> uses, Map<String, Placeholder> declared, Language language) {
        boolean namesZone = uses.stream().anyMatch(use -> use.name().equals(Placeholders.ZONE));
        for (Use use : uses) {
            Placeholder placeholder = declared.get(use.name());
            if (placeholder == null) {
                return refusal(
                        NotificationRefusal.TEMPLATE_PLACEHOLDER_UNKNOWN,
                        language.tag() + ": this type of notice does not carry {" + use.name() + "}");
            }
            if (!fits(use.form(), placeholder.kind())) {
                return refusal(
                        NotificationRefusal.TEMPLATE_MALFORMED,
                        language.tag() + ": {" + use.name() + "} is a " + placeholder.kind()
                                + " and cannot be shown in this way");
            }
            if (use.form() == Form.TIME_WITHOUT_ZONE && !namesZone) {
                return refusal(
                        NotificationRefusal.TEMPLATE_PLACEHOLDER_MISSING,
                        language.tag() + ": {" + use.name() + "} is shown without its zone; add {zone}");
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Form form, Kind kind) {
        return switch (form) {
            case PLAIN -> true;
            case NUMBER -> kind == Kind.NUMBER;
            case CHOICE -> kind == Kind.CODE;
            case TIME, TIME_WITHOUT_ZONE -> kind == Kind.TIME;
        };
    }

    private static Optional<Refusal> unnamed(List<Use> uses, Map<String, Placeholder> declared, Language language) {
        return declared.values().stream()
                .filter(placeholder -> placeholder.required()
                        && uses.stream().noneMatch(use -> use.name().equals(placeholder.name())))
                .map(Placeholder::name)
                .sorted()
                .findFirst()
                .flatMap(name -> refusal(
                        NotificationRefusal.TEMPLATE_PLACEHOLDER_MISSING,
                        language.tag() + ": the recipient has to be told {" + name + "}"));
    }

    /** Fills it twice with made-up values, so that a style that parses but cannot be applied shows now. */
    private Optional<Refusal> untold(TemplateText text, Language language, Map<String, Placeholder> declared) {
        for (long round = 0; round <= 1; round++) {
            Map<String, Object> values = new HashMap<>();
            for (Placeholder placeholder : declared.values()) {
                values.put(placeholder.name(), sample(placeholder, round));
            }
            for (String pattern : List.of(text.title(), text.body())) {
                Outcome<String> filled = syntax.fill(pattern, language, values);
                if (filled instanceof Outcome.Refused<String> refused) {
                    return Optional.of(refused.refusal());
                }
                Optional<Refusal> finding = sealed(List.of(((Outcome.Done<String>) filled).value()));
                if (finding.isPresent()) {
                    return finding;
                }
            }
        }
        return Optional.empty();
    }

    private static Object sample(Placeholder placeholder, long round) {
        return switch (placeholder.kind()) {
            case TEXT, OWN_WORDS, BILINGUAL -> "…";
            case CODE -> Boolean.toString(round == 0);
            case NUMBER -> 1 + round;
            case TIME -> Instant.EPOCH;
        };
    }

    private Optional<Refusal> sealed(List<String> texts) {
        return texts.stream()
                .flatMap(text -> sealedTerms.find(text).stream())
                .findFirst()
                .flatMap(term -> refusal(
                        NotificationRefusal.SEALED_TERM_IN_TEXT,
                        termsMayBeNamed
                                ? "a text contains the sealed term: " + term
                                : "a text contains a sealed term"));
    }

    private static Optional<Refusal> refusal(NotificationRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
