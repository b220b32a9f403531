package io.redress.e2e.oracles;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an oracle cannot know of itself.
 *
 * @param planted texts that must appear nowhere outside, by names to speak of them
 * @param buriedKeys {@code schema topic key} of the keys with an open dead letter on purpose
 * @param integrityDesk the employee who is told what goes to integrity
 */
public record Expectations(Map<String, String> planted, Set<String> buriedKeys, Optional<String> integrityDesk) {

    /** Of a suite with the sample data, in which nothing is buried. */
    public static Expectations ofSample() {
        return new Expectations(Planted.sampleTerms(), Set.of(), Optional.of("integrity-lead"));
    }

    /** The same, with dead letters that were made on purpose. */
    public Expectations buried(Set<String> keys) {
        return new Expectations(planted, Set.copyOf(keys), integrityDesk);
    }
}
