package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How a case ended.
 *
 * @param counted whether it used up the one appeal: it was submitted
 * @param reasons of inadmissibility
 */
public record Ending(String by, Instant at, boolean counted, Optional<BilingualText> reasons) {}
