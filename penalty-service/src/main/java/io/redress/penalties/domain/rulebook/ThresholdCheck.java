package io.redress.penalties.domain.rulebook;

import io.redress.penalties.domain.rulebook.RulebookForm.OrderPart;
import io.redress.penalties.domain.rulebook.RulebookForm.PolicyPart;
import io.redress.penalties.domain.rulebook.RulebookForm.ThresholdPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with thresholds: in each bucket they rise in the order in which they are written, and no higher one
 * orders a kind for fewer days than a lower one does.
 */
final class ThresholdCheck {

    private static final int OPEN_ENDED = Integer.MAX_VALUE;

    private final RulebookForm form;
    private final List<RulebookProblem> problems;
    private final Map<String, Integer> points = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();

    private ThresholdCheck(RulebookForm form, List<RulebookProblem> problems) {
        this.form = form;
        this.problems = problems;
    }

    static void collect(RulebookForm form, Set<String> buckets, List<RulebookProblem> problems) {
        ThresholdCheck check = new ThresholdCheck(form, problems);
        for (int i = 0; i < form.thresholds().size(); i++) {
            check.threshold("/thresholds/" + i, form.thresholds().get(i), buckets);
        }
    }

    /** Whether what is ordered here ends a shop's trade without an end of its own, so that it has to be announced. */
    static boolean closes(RulebookForm form, ThresholdPart threshold, OrderPart order) {
        return threshold.points() >= form.closureByAccumulation().points() && order.days() == null;
    }

    private void threshold(String pointer, ThresholdPart threshold, Set<String> buckets) {
        if (!buckets.contains(threshold.bucket())) {
            add(pointer + "/bucket", "no clause counts in bucket " + threshold.bucket());
        }
        Integer before = points.put(threshold.bucket(), threshold.points());
        if (before != null && threshold.points() <= before) {
            add(pointer + "/points", "not above the " + before + " of the one before in its bucket");
        }
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < threshold.measures().size(); i++) {
            OrderPart order = threshold.measures().get(i);
            String at = pointer + "/measures/" + i;
            if (!kinds.add(order.kind())) {
                add(at + "/kind", "ordered twice");
            }
            policy(at, threshold, order);
            severity(at, threshold, order);
        }
    }

    private void policy(String pointer, ThresholdPart threshold, OrderPart order) {
        PolicyPart policy = form.measures().get(order.kind());
        if (policy == null) {
            add(pointer + "/kind", "measure " + order.kind() + " has no policy");
        } else if (closes(form, threshold, order)
                && policy.notice().filter(notice -> !notice.isZero()).isEmpty()) {
            add(
                    pointer + "/kind",
                    "a closure is announced before it begins, and the policy of " + order.kind()
                            + " has no advance notice");
        }
    }

    private void severity(String pointer, ThresholdPart threshold, OrderPart order) {
        String key = threshold.bucket() + " " + order.kind();
        int lasts = order.days() == null ? OPEN_ENDED : order.days();
        Integer before = days.get(key);
        if (before != null && lasts < before) {
            add(pointer + "/days", "shorter than at a lower threshold of the bucket");
        }
        days.merge(key, lasts, Math::max);
    }

    private void add(String pointer, String detail) {
        problems.add(RulebookProblem.invalid(pointer, detail));
    }
}
