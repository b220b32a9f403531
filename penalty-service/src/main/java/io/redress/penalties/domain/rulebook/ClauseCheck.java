package io.redress.penalties.domain.rulebook;

import io.redress.penalties.domain.rulebook.RulebookForm.ClausePart;
import io.redress.penalties.domain.rulebook.RulebookForm.TariffPart;
import io.redress.penalties.domain.rulebook.RulebookForm.ThresholdPart;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with clauses. */
final class ClauseCheck {

    private final RulebookForm form;
    private final List<RulebookProblem> problems;

    private ClauseCheck(RulebookForm form, List<RulebookProblem> problems) {
        this.form = form;
        this.problems = problems;
    }

    static void collect(RulebookForm form, List<RulebookProblem> problems) {
        ClauseCheck check = new ClauseCheck(form, problems);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < form.clauses().size(); i++) {
            ClausePart clause = form.clauses().get(i);
            String pointer = "/clauses/" + i;
            if (!ids.add(clause.id())) {
                check.add(pointer + "/id", "another clause is " + clause.id());
            }
            MeasureCheck.words(pointer + "/title", clause.title(), problems);
            MeasureCheck.words(pointer + "/text", clause.text(), problems);
            check.tariff(pointer, clause);
            if (Boolean.TRUE.equals(clause.curable()) != (clause.cure() != null)) {
                check.add(pointer + "/cure", "a clause is curable exactly when it has a cure window");
            }
            if (clause.mayClose() && !check.announced(clause)) {
                check.add(
                        pointer + "/closureEligible",
                        "no measure that its tariff brings in bucket " + clause.bucket() + " has an advance notice");
            }
        }
    }

    private void tariff(String pointer, ClausePart clause) {
        TariffPart tariff = clause.tariff();
        if (!tariff.isFixed() && !tariff.isRange()) {
            add(pointer + "/tariff", "either fixed, or min, max and factors");
            return;
        }
        if (tariff.isRange() && tariff.max() < tariff.min()) {
            add(pointer + "/tariff/max", "below min");
        }
        if (tariff.isRange() && (tariff.factors() == null || tariff.factors().isEmpty())) {
            add(pointer + "/tariff/factors", "a range names the factors by which points are chosen");
        }
        if (tariff.highest() > form.singleDecisionCap() && !clause.mayClose()) {
            add(pointer + "/tariff", "above the cap of " + form.singleDecisionCap() + " and not on the closed list");
        }
    }

    /** Whether the highest threshold that the clause alone can reach brings something that is announced. */
    private boolean announced(ClausePart clause) {
        return form.thresholds().stream()
                .filter(threshold -> threshold.bucket().equals(clause.bucket())
                        && threshold.points() <= clause.tariff().highest())
                .max(Comparator.comparingInt(ThresholdPart::points))
                .filter(threshold -> threshold.measures().stream()
                        .map(order -> form.measures().get(order.kind()))
                        .anyMatch(policy -> policy != null
                                && policy.notice()
                                        .filter(notice -> !notice.isZero())
                                        .isPresent()))
                .isPresent();
    }

    private void add(String pointer, String detail) {
        problems.add(RulebookProblem.invalid(pointer, detail));
    }
}
