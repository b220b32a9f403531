package io.redress.penalties.domain.transparency;

import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebooks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a filed statement, in English. The database is public and takes no personal data (article 24(5)):
 * composed from the rulebook's own words, days, numbers and amounts alone. Whatever a person wrote freely about the
 * matter, and every id of a shop, listing or order, is left out.
 */
final class FactsWording {

    private static final int MOST_EXPLAINED = 2_000;

    private FactsWording() {}

    /** {@code clause@version} of each, once. */
    static String clauses(List<Violation> violations) {
        return String.join(
                ", ",
                violations.stream().map(FactsWording::reference).distinct().toList());
    }

    /** Title and text of each clause, once, as many whole ones as fit; one that never would is cut. */
    static String explanation(List<Violation> violations, Rulebooks rulebooks) {
        StringBuilder text = new StringBuilder();
        List<String> told = new ArrayList<>();
        for (Violation violation : violations) {
            Clause clause = clause(violation, rulebooks);
            String sentence = clause.title().en() + ": " + clause.text().en();
            String added = text.isEmpty() ? sentence : " " + sentence;
            boolean fits = text.length() + added.length() <= MOST_EXPLAINED;
            if (text.isEmpty() && !fits) {
                return sentence.substring(0, MOST_EXPLAINED - 1) + "…";
            }
            if (fits && !told.contains(reference(violation))) {
                told.add(reference(violation));
                text.append(added);
            }
        }
        return text.toString();
    }

    static String facts(Penalty penalty, Rulebooks rulebooks, ZoneId zone) {
        List<String> sentences = new ArrayList<>();
        for (Violation violation : penalty.violations()) {
            List<String> parts = new ArrayList<>();
            parts.add(reference(violation) + " "
                    + clause(violation, rulebooks).title().en());
            parts.add(act(violation, zone));
            Facts facts = violation.facts();
            number(parts, facts.listings().size(), "listing");
            number(parts, facts.orders().size(), "order");
            facts.count().ifPresent(count -> parts.add("number concerned " + count));
            facts.amount().ifPresent(amount -> parts.add("amount concerned " + amount.text()));
            number(parts, violation.points(), "point");
            sentences.add(String.join(", ", parts) + ".");
        }
        return String.join(" ", sentences);
    }

    private static String act(Violation violation, ZoneId zone) {
        LocalDate from = violation.actFrom().atZone(zone).toLocalDate();
        LocalDate to = violation.actTo().atZone(zone).toLocalDate();
        return from.equals(to) ? "act of " + from : "acts from " + from + " to " + to;
    }

    private static void number(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + " " + what + (number == 1 ? "" : "s"));
        }
    }

    private static String reference(Violation violation) {
        return violation.clauseId() + "@" + violation.rulebookVersion();
    }

    private static Clause clause(Violation violation, Rulebooks rulebooks) {
        return rulebooks
                .version(violation.rulebookVersion())
                .flatMap(rulebook -> rulebook.clause(violation.clauseId()))
                .orElseThrow();
    }
}
