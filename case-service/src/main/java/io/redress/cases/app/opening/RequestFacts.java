package io.redress.cases.app.opening;

import io.redress.cases.domain.Party;
import io.redress.cases.domain.Relation;
import io.redress.cases.domain.Requests;
import io.redress.cases.domain.ShopTransfer;
import java.util.Optional;
import java.util.Set;

/**
 * All that is to be known to decide whether a request can become a case.
 *
 * @param party the shop's merchant; {@code zh} while he is not known
 * @param callerDepartment of who asks; empty for whom the chart does not know
 * @param callerInterests what who asks has declared of the shop and the merchant
 * @param bar what keeps the shop with its owner now
 */
public record RequestFacts(
        Party party,
        Optional<String> callerDepartment,
        Set<Relation> callerInterests,
        Optional<ShopTransfer.Bar> bar,
        Requests.Known known) {

    public RequestFacts {
        callerInterests = Set.copyOf(callerInterests);
    }
}
