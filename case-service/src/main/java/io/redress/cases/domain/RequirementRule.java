package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;

/**
 * What the policy of a kind asks to be proved.
 *
 * @param about whom or what, in words; {@link #EACH_VIOLATION} and {@link #EACH_CLAIMANT} make one requirement of each
 * @param owner the department whose requirement it is
 * @param toExclude what it is to rule out
 * @param provedBy the kinds of evidence that prove it
 */
public record RequirementRule(
        String id, Optional<String> about, Optional<String> owner, Optional<String> toExclude, List<String> provedBy) {

    /** One requirement for each disputed violation. */
    public static final String EACH_VIOLATION = "each disputed violation";

    /** One requirement for each potential claimant of a shop. */
    public static final String EACH_CLAIMANT = "each potential claimant";

    public RequirementRule {
        provedBy = List.copyOf(provedBy);
    }
}
