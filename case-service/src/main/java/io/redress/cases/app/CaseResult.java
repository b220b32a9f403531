package io.redress.cases.app;

import io.redress.cases.domain.Actor;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.CaseFile;
import java.time.Instant;
import java.util.Optional;

/**
 * A case as one person sees it.
 *
 * @param window of the penalty that is appealed; empty for a case about something else
 * @param at business time, for what this person may do now
 */
public record CaseResult(CaseFile file, Optional<AppealWindow> window, long version, Actor viewer, Instant at) {}
