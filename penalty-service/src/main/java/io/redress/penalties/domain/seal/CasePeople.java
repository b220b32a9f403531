package io.redress.penalties.domain.seal;

import java.util.Set;

/** Who argues and who decides the cases about a penalty that were neither withdrawn nor found inadmissible. */
public record CasePeople(Set<String> advocates, Set<String> adjudicators) {

    public CasePeople {
        advocates = Set.copyOf(advocates);
        adjudicators = Set.copyOf(adjudicators);
    }
}
