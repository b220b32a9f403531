package io.redress.penalties.domain.rulebook.draft;

import java.time.Instant;

/**
 * A clause of an announced draft against which detection systems may report hits, so that its owners see what it would do.
 * It ends with its draft.
 */
public record ShadowClause(String id, String draftId, String clauseId, String putBy, Instant putAt) {}
