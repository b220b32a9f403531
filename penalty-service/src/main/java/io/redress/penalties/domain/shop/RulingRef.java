package io.redress.penalties.domain.shop;

/** The ruling that a correction rests on. */
public record RulingRef(String caseId, String rulingId) {}
