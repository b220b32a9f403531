package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Text;

/**
 * Why a measure begins without its advance notice.
 *
 * @param kind one of those that the rulebook lists for the measure
 * @param reasons what makes it apply here; the merchant reads them in the statement of reasons
 */
public record WithoutNotice(String kind, Text reasons) {}
