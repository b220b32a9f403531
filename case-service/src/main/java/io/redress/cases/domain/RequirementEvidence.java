package io.redress.cases.domain;

/** A piece of evidence that a brief puts forward for a requirement. */
public record RequirementEvidence(String requirementId, Evidence evidence) {}
