package io.redress.e2e.oracles;

import io.redress.e2e.SuiteAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What must appear nowhere outside, in whatever case it is written. It is spoken of by names, never repeated. */
final class Secrets {

    /** A shorter one is part of many a word, and of no suite that made its own. */
    private static final int SHORTEST_PASSWORD = 8;

    private final Map<String, String> byName = new TreeMap<>();

    /** @param planted texts by name; the suite's own passwords are added */
    Secrets(SuiteAddress suite, Map<String, String> planted) {
        planted.forEach(this::add);
        password(suite.superuser().user(), suite.superuser().password());
        suite.kafkaPasswords().forEach(this::password);
    }

    private void password(String whose, String password) {
        if (password.length() >= SHORTEST_PASSWORD) {
            add("password of " + whose, password);
        }
    }

    private void add(String name, String secret) {
        byName.put(name, secret.toLowerCase(Locale.ROOT));
    }

    /** The names of those that a text tells. */
    List<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return byName.entrySet().stream()
                .filter(secret -> lower.contains(secret.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
