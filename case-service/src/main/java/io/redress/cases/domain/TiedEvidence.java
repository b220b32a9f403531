package io.redress.cases.domain;

import java.util.Optional;

/**
 * A piece of evidence that a brief puts forward beside its points, and what it is tied to: a violation or item that the
 * brief argues, a requirement of the case, or both.
 */
public record TiedEvidence(Evidence evidence, Optional<String> violationId, Optional<String> requirementId) {}
