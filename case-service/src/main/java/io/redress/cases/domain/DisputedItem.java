package io.redress.cases.domain;

import java.util.Set;

/**
 * What a brief argues about and a ruling decides one by one: a violation of the penalty, or an item of the request.
 *
 * @param disclosedFacts what a ruling may cite, because the merchant knows it
 */
public record DisputedItem(String id, Set<String> disclosedFacts) {

    public DisputedItem {
        disclosedFacts = Set.copyOf(disclosedFacts);
    }
}
