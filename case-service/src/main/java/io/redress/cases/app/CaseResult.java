package io.redress.cases.app;

import io.redress.cases.domain.Actor;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.CaseFile;
import java.time.Instant;

/**
 * A case as one person sees it.
 *
 * @param at business time, for what this person may do now
 */
public record CaseResult(CaseFile file, AppealWindow window, long version, Actor viewer, Instant at) {}
