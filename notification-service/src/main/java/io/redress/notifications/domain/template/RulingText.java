package io.redress.notifications.domain.template;

import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a ruling's event says in lists, as text: the reasons for each violation, and what is to be made true. Each item
 * is a line of its own. What would not fit into a notice is left to the ruling itself, and that is said.
 */
final class RulingText {
    /** Leaves room for the rest of a notice, {@link Wording#MAX_BODY}. */
    static final int MAX_REASONS = 70_000;

    static final int MAX_REDRESS = 20_000;

    private RulingText() {}

    /** Empty when the event carries none, or one without a text in this language. */
    static Optional<String> reasons(PartyEvent event, Language language) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; event.value("violations." + i + ".violationId").isPresent(); i++) {
            String item = "violations." + i + ".";
            Optional<String> words =
                    event.value(item + "reasons." + language.tag()).filter(text -> !text.isBlank());
            if (words.isEmpty()) {
                return Optional.empty();
            }
            String outcome = outcome(event.value(item + "outcome").orElse(""), language);
            String violation = PlainText.line(event.value(item + "violationId").orElseThrow());
            String reasons = PlainText.lines(words.get()) + EarlierRulingText.deviation(event, item, language);
            lines.add(
                    switch (language) {
                        case ZH -> violation + "（" + outcome + "）：" + reasons;
                        case EN -> violation + " (" + outcome + "): " + reasons;
                    });
        }
        if (!lines.isEmpty()) {
            EarlierRulingText.precedents(event, language).ifPresent(lines::add);
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(bounded(lines, MAX_REASONS, language));
    }

    /** What the ruling orders; that it orders nothing, when it does not. */
    static String redress(PartyEvent event, Language language) {
        if (event.value("ifFulfilled.outcome").isEmpty()) {
            return redress(event, "effects.", language);
        }
        String fulfilled = redress(event, "ifFulfilled.effects.", language);
        String otherwise = redress(event, "otherwise.effects.", language);
        return switch (language) {
            case ZH -> "全部条件成就时：\n" + fulfilled + "\n任一条件未成就时：\n" + otherwise;
            case EN -> "If all conditions are met:\n" + fulfilled + "\nIf one is not:\n" + otherwise;
        };
    }

    /** The conditions of a conditional ruling; empty when it has none, or one without a text in this language. */
    static Optional<String> conditions(PartyEvent event, Language language) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; event.value("conditions." + i + ".conditionId").isPresent(); i++) {
            String item = "conditions." + i + ".";
            Optional<String> words =
                    event.value(item + "text." + language.tag()).filter(text -> !text.isBlank());
            if (words.isEmpty()) {
                return Optional.empty();
            }
            boolean promised =
                    event.value(item + "kind").filter("UNDERTAKING"::equals).isPresent();
            lines.add(
                    switch (language) {
                        case ZH -> (promised ? "您的承诺：" : "条件：") + PlainText.lines(words.get());
                        case EN -> (promised ? "Your undertaking: " : "Condition: ") + PlainText.lines(words.get());
                    });
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(bounded(lines, MAX_REDRESS, language));
    }

    private static String redress(PartyEvent event, String effects, Language language) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; event.value(effects + i + ".kind").isPresent(); i++) {
            lines.add(effect(event, effects + i + ".", language));
        }
        if (lines.isEmpty()) {
            return switch (language) {
                case ZH -> "无须变更。";
                case EN -> "Nothing is to be changed.";
            };
        }
        return bounded(lines, MAX_REDRESS, language);
    }

    private static String effect(PartyEvent event, String item, Language language) {
        String subject = PlainText.line(event.value(item + "subject").orElse(""));
        Optional<String> points = event.value(item + "target.points").map(PlainText::line);
        if (points.isPresent()) {
            return switch (language) {
                case ZH -> "处罚 " + subject + "：扣分为 " + points.get() + " 分";
                case EN -> "Penalty " + subject + ": stands at points " + points.get();
            };
        }
        Optional<String> state = event.value(item + "target.state").map(PlainText::line);
        if (state.isPresent()) {
            return switch (language) {
                case ZH -> "措施 " + subject + "：" + state(state.get(), language);
                case EN -> "Measure " + subject + ": " + state(state.get(), language);
            };
        }
        Optional<String> owner = event.value(item + "target.ownerId").map(PlainText::line);
        if (owner.isPresent()) {
            return switch (language) {
                case ZH -> "店铺 " + subject + "：转让给 " + owner.get();
                case EN -> "Shop " + subject + ": transferred to " + owner.get();
            };
        }
        String amount = amount(event, item + "target.");
        boolean goodwill = event.value("kind").filter("FEE_RELIEF"::equals).isPresent();
        return switch (language) {
            case ZH -> "款项 " + subject + "：" + amount + (goodwill ? "（通融退款，不构成对责任的承认）" : "");
            case EN ->
                "Payment " + subject + ": " + amount + (goodwill ? " (goodwill, without admission of liability)" : "");
        };
    }

    private static String amount(PartyEvent event, String target) {
        String minor = event.value(target + "amountMinor").orElse("");
        String code = event.value(target + "currency").orElse("");
        try {
            int digits = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
            return code + " " + new BigDecimal(minor).movePointLeft(digits).toPlainString();
        } catch (IllegalArgumentException e) {
            // A form of effect that is newer than this service: the ruling itself tells it.
            return "…";
        }
    }

    private static String outcome(String code, Language language) {
        return switch (code) {
            case "UPHOLD" -> language == Language.ZH ? "维持" : "upheld";
            case "OVERTURN" -> language == Language.ZH ? "撤销" : "overturned";
            case "PARTIAL" -> language == Language.ZH ? "减轻" : "reduced";
            case "GRANT" -> language == Language.ZH ? "准予" : "granted";
            case "PARTLY_GRANT" -> language == Language.ZH ? "部分准予" : "granted in part";
            case "DENY" -> language == Language.ZH ? "不予" : "denied";
            case "CONDITIONAL" -> language == Language.ZH ? "附条件" : "on conditions";
            default -> PlainText.line(code);
        };
    }

    private static String state(String code, Language language) {
        return switch (code) {
            case "LIFTED" -> language == Language.ZH ? "解除" : "lifted";
            case "REVERSED" -> language == Language.ZH ? "撤销" : "reversed";
            case "IN_FORCE" -> language == Language.ZH ? "生效" : "in force";
            case "SUSPENDED" -> language == Language.ZH ? "中止" : "suspended";
            case "SCHEDULED" -> language == Language.ZH ? "待生效" : "yet to begin";
            case "SERVED" -> language == Language.ZH ? "期满" : "served";
            default -> code;
        };
    }

    private static String bounded(List<String> lines, int max, Language language) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() + 1 > max) {
                return text.append(
                                switch (language) {
                                    case ZH -> "其余见裁决全文。";
                                    case EN -> "The rest is in the ruling itself.";
                                })
                        .toString();
            }
            text.append(line).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
