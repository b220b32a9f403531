package io.redress.cases.app.opening;

import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.Relation;
import io.redress.kit.command.Loaded;
import java.util.Optional;
import java.util.Set;

/**
 * All that is to be known to decide whether a case can be opened.
 *
 * @param stands false once the penalty was refused or reversed
 * @param appealed whether another appeal against it would be a duplicate
 * @param language of the merchant's notices; {@code zh} while the merchant is not known
 * @param callerDepartment of who asks; empty for whom the chart does not know
 * @param callerInterests what who asks has declared of the shop and the merchant
 * @param callerInLine whether who asks is of the platform, and in the reporting line of the penalty's proposer
 * @param respondentDepartment that imposed the penalty: the one it names, or its proposer's; empty when the chart knows
 *     neither
 */
public record OpeningFacts(
        PenaltyUnderAppeal penalty,
        boolean stands,
        boolean appealed,
        String language,
        Optional<String> callerDepartment,
        Set<Relation> callerInterests,
        boolean callerInLine,
        Optional<String> respondentDepartment,
        Loaded<AppealWindow> window) {

    public OpeningFacts {
        callerInterests = Set.copyOf(callerInterests);
    }
}
