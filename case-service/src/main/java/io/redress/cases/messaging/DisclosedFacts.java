package io.redress.cases.messaging;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a ruling may cite of a violation: the name of each disclosed fact ({@code amount}), each order, listing or other
 * thing that a fact lists ({@code o-881}, also {@code orders/o-881}), and the objects of the act.
 */
final class DisclosedFacts {

    private DisclosedFacts() {}

    static Set<String> of(JsonObject violation) {
        Set<String> facts = new TreeSet<>();
        if (violation.getValue("facts") instanceof JsonObject disclosed) {
            disclosed.forEach(fact -> {
                if (fact.getValue() != null) {
                    facts.add(fact.getKey());
                    addListed(facts, fact.getKey(), fact.getValue());
                }
            });
        }
        addListed(facts, "objects", violation.getValue("objects"));
        return facts;
    }

    private static void addListed(Set<String> facts, String name, Object value) {
        if (!(value instanceof JsonArray items)) {
            return;
        }
        for (Object item : items) {
            String reference = item instanceof JsonObject object ? object.getString("id") : String.valueOf(item);
            if (reference != null) {
                facts.add(name);
                facts.add(reference);
                facts.add(name + "/" + reference);
            }
        }
    }
}
