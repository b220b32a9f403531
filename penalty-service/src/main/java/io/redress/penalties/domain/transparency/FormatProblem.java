package io.redress.penalties.domain.transparency;

/**
 * Why a statement cannot be filed.
 *
 * @param field of the format
 */
public record FormatProblem(String field, String detail) {}
