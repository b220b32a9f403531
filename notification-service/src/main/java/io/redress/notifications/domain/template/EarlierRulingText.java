package io.redress.notifications.domain.template;

import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a ruling's event says about earlier rulings, as text: by reference, and why an item is decided otherwise. */
final class EarlierRulingText {

    private EarlierRulingText() {}

    /**
     * Why an item is decided otherwise than usual, as a sentence to follow its reasons; empty when it is not.
     *
     * @param item prefix of the item's values
     */
    static String deviation(PartyEvent event, String item, Language language) {
        return event.value(item + "deviationReasons." + language.tag())
                .filter(text -> !text.isBlank())
                .map(PlainText::lines)
                .map(reasons -> switch (language) {
                    case ZH -> " 与同类裁定通常结果不同的理由：" + reasons;
                    case EN -> " Why it is decided otherwise than comparable cases usually are: " + reasons;
                })
                .orElse("");
    }

    /** A line with the earlier rulings that it follows or distinguishes; empty when it names none. */
    static Optional<String> precedents(PartyEvent event, Language language) {
        List<String> rulings = new ArrayList<>();
        for (int i = 0; event.value("precedents." + i + ".rulingId").isPresent(); i++) {
            String ruling =
                    PlainText.line(event.value("precedents." + i + ".rulingId").orElseThrow());
            String stance = stance(event.value("precedents." + i + ".stance").orElse(""), language);
            rulings.add(
                    switch (language) {
                        case ZH -> ruling + "（" + stance + "）";
                        case EN -> ruling + " (" + stance + ")";
                    });
        }
        if (rulings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (language) {
                    case ZH -> "在先裁定：" + String.join("、", rulings);
                    case EN -> "Earlier rulings: " + String.join(", ", rulings);
                });
    }

    private static String stance(String code, Language language) {
        return switch (code) {
            case "FOLLOWED" -> language == Language.ZH ? "遵循" : "followed";
            case "DISTINGUISHED" -> language == Language.ZH ? "区别于本案" : "distinguished";
            default -> PlainText.line(code);
        };
    }
}
