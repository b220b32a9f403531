package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.MeasurePolicy;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Composes the disclosed statement of reasons, in zh and en, from whitelisted fields alone: facts, objects, clause and
 * version, explanation, measures, territory, duration, automation, redress. How the breach was found is not among them.
 */
public final class StatementComposer {

    private StatementComposer() {}

    /** The text for the penalty as it stands; {@code orders} are the measures that follow from it. */
    public static Text compose(Penalty penalty, Rulebooks rulebooks, List<Threshold.Order> orders) {
        Rulebook rulebook = rulebooks.version(penalty.basis().rulebookVersion()).orElseThrow();
        return new Text(
                text(new StatementWording.Zh(rulebook.zone()), penalty, rulebooks, rulebook, orders, Text::zh),
                text(new StatementWording.En(rulebook.zone()), penalty, rulebooks, rulebook, orders, Text::en));
    }

    private static String text(
            StatementWording wording,
            Penalty penalty,
            Rulebooks rulebooks,
            Rulebook rulebook,
            List<Threshold.Order> orders,
            Function<Text, String> language) {
        Penalty.Basis basis = penalty.basis();
        StringBuilder text = new StringBuilder();
        line(text, wording.heading(penalty.id(), basis.shopId(), penalty.points(), penalty.imported()));
        line(text, language.apply(basis.explanation()));
        for (Violation violation : penalty.violations()) {
            Clause clause = rulebooks
                    .version(violation.rulebookVersion())
                    .flatMap(version -> version.clause(violation.clauseId()))
                    .orElseThrow();
            line(
                    text,
                    wording.clause(
                            clause.id(),
                            violation.rulebookVersion(),
                            language.apply(clause.title()),
                            language.apply(clause.text()),
                            violation.points()));
            line(text, wording.act(violation.actFrom(), violation.actTo()));
            violation.facts().description().ifPresent(fact -> line(text, wording.fact(language.apply(fact))));
            items(text, wording.orders(), violation.facts().orders());
            items(text, wording.listings(), violation.facts().listings());
            items(
                    text,
                    wording.objects(),
                    violation.objects().stream().map(ObjectRef::id).toList());
            violation.facts().amount().ifPresent(amount -> line(text, wording.amount(amount)));
            violation.facts().count().ifPresent(count -> line(text, wording.count(count)));
            violation
                    .unintentional()
                    .map(CureWording::unintentional)
                    .map(language)
                    .ifPresent(said -> line(text, said));
        }
        measures(text, wording, rulebook, orders, language);
        notice(text, wording, penalty, rulebook, language);
        CureWording.of(penalty, rulebooks).map(language).ifPresent(said -> line(text, said));
        line(text, wording.territory(basis.territory()));
        line(text, wording.automation(basis.automatedDetection(), basis.automatedDecision()));
        line(text, wording.redress(rulebook.appealWindow().toDays()));
        return text.toString().stripTrailing();
    }

    private static void measures(
            StringBuilder text,
            StatementWording wording,
            Rulebook rulebook,
            List<Threshold.Order> orders,
            Function<Text, String> language) {
        if (orders.isEmpty()) {
            line(text, wording.noMeasures());
        }
        for (Threshold.Order order : orders) {
            String name = rulebook.policy(order.kind())
                    .flatMap(MeasurePolicy::title)
                    .map(language)
                    .orElse(order.kind());
            line(text, wording.measure(name, order.days()));
        }
    }

    private static void notice(
            StringBuilder text,
            StatementWording wording,
            Penalty penalty,
            Rulebook rulebook,
            Function<Text, String> language) {
        penalty.hearing().exception().ifPresent(exception -> {
            String words =
                    rulebook.withoutNotice(exception.kind()).map(language).orElse(exception.kind());
            line(text, wording.noNotice(words, language.apply(exception.reasons())));
        });
        if (penalty.highImpact()) {
            penalty.announcedUntil()
                    .filter(until -> !penalty.cure().until().equals(Optional.of(until)))
                    .ifPresent(until -> line(text, wording.notice(until)));
        }
    }

    private static void items(StringBuilder text, String label, List<String> ids) {
        if (!ids.isEmpty()) {
            line(text, label + String.join(", ", ids));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
