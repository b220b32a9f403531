package io.redress.cases.domain.consistency;

import io.redress.cases.domain.BilingualText;
import java.util.Optional;

/**
 * What an item of a draft was put beside when the draft was issued.
 *
 * @param reasons why it is decided otherwise than usual; always there when it is
 */
public record ComparedItem(
        String itemId, ComparableRulings rulings, Comparison comparison, Optional<BilingualText> reasons) {}
