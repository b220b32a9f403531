package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Hearing;
import java.time.Instant;
import java.util.Optional;

/** That a case is heard together with others, and on what question; with which ones, staff alone see. */
record HearingView(BilingualText question, Instant since, Optional<String> leadId, Optional<String> joinedBy) {

    static Optional<HearingView> of(CaseResult result) {
        boolean merchant = result.viewer().ofMerchantSide();
        return result.file().hearing().group().map(group -> of(group, merchant));
    }

    private static HearingView of(Hearing.Group group, boolean merchant) {
        return new HearingView(
                group.question(),
                group.joinedAt(),
                Optional.of(group.leadId()).filter(lead -> !merchant),
                Optional.of(group.joinedBy()).filter(by -> !merchant));
    }
}
