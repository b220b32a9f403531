package io.redress.quickstart.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the people of a case write, in the forms that the cases of every kind share. */
final class AdvocacyBodies {

    private AdvocacyBodies() {}

    static Map<String, String> both(String zh, String en) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("zh", zh);
        text.put("en", en);
        return text;
    }

    /** What a brief says of one violation or item. */
    static Map<String, Object> point(
            String item, String ground, Map<String, String> argument, List<Map<String, String>> evidence) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("violationId", item);
        point.put("grounds", List.of(ground));
        point.put("argument", argument);
        point.put("evidence", evidence);
        return point;
    }

    static Map<String, String> evidence(String kind, String reference) {
        return Map.of("kind", kind, "reference", reference);
    }

    /** What a draft says of one violation or item. */
    static Map<String, Object> decided(String item, String outcome, Map<String, String> reasons, String fact) {
        Map<String, Object> decided = new LinkedHashMap<>();
        decided.put("violationId", item);
        decided.put("outcome", outcome);
        decided.put("reasons", reasons);
        decided.put("facts", List.of(fact));
        return decided;
    }

    static Map<String, Object> draft(String outcome, List<Map<String, Object>> decided) {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("outcome", outcome);
        draft.put("violations", decided);
        return draft;
    }

    static Map<String, String> money(int amountMinor) {
        return Map.of("amountMinor", String.valueOf(amountMinor), "currency", "CNY");
    }

    /** What an advocate says of a requirement that is proved. */
    static Map<String, Object> provided(String requirement, String kind, String reference) {
        return Map.of("requirementId", requirement, "state", "PROVIDED", "evidence", evidence(kind, reference));
    }

    /** What an advocate says of a requirement that is not to be proved, or cannot be. */
    static Map<String, Object> without(String requirement, String state, Map<String, String> reasons) {
        return Map.of("requirementId", requirement, "state", state, "reasons", reasons);
    }

    /** How a request for money is decided when so much of it is given. */
    static String outcome(int asked, int given) {
        if (given <= 0) {
            return "DENY";
        }
        return given < asked ? "PARTLY_GRANT" : "GRANT";
    }

    /** The draft of a request for money. */
    static Map<String, Object> moneyDraft(String item, int asked, int given, Map<String, String> reasons, String fact) {
        String outcome = outcome(asked, given);
        Map<String, Object> draft = draft(outcome, List.of(decided(item, outcome, reasons, fact)));
        if (outcome.equals("PARTLY_GRANT")) {
            draft.put("moneyBack", money(given));
        }
        return draft;
    }
}
