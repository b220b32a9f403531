package io.redress.cases.domain.consistency;

import java.time.Instant;
import java.util.List;

/**
 * What was shown, and is kept, of a draft beside comparable decisions.
 *
 * @param since from when decisions were compared, up to when the draft was issued
 * @param enough so many comparable decisions made a usual band
 * @param items in the order of the draft
 */
public record ComparedDraft(
        String draftId,
        String caseId,
        String draftedBy,
        Instant draftedAt,
        Instant since,
        int enough,
        List<ComparedItem> items) {

    public ComparedDraft {
        items = List.copyOf(items);
    }
}
