package io.redress.cases.domain;

import java.util.Optional;

/** What shall be, in absolute terms; which members are there depends on the kind. */
public record EffectTarget(Optional<Integer> points, Optional<String> state, Optional<Money> amount) {}
