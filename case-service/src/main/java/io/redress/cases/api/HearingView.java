package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Hearing;
import java.time.Instant;
import java.util.Optional;

/** That a case is heard together with others, and on what question; with which ones, staff alone see. */
record HearingView(BilingualText question, Instant since, Optional<String> leadId, Optional<String> joinedBy) {

    /** Why it is heard alone again; who said so on the platform's side, staff alone see. */
    record AloneView(Hearing.Cause cause, Optional<String> by, Instant at, Optional<BilingualText> reasons) {

        static Optional<AloneView> of(CaseResult result) {
            boolean merchant = result.viewer().ofMerchantSide();
            return result.file().hearing().departure().map(how -> of(how, merchant));
        }

        private static AloneView of(Hearing.Departure how, boolean merchant) {
            boolean hidden = merchant && how.cause() != Hearing.Cause.MERCHANT_SIDE;
            return new AloneView(
                    how.cause(),
                    Optional.of(how.by()).filter(by -> !hidden),
                    how.at(),
                    Optional.of(how.reasons()).filter(reasons -> !reasons.equals(BilingualText.EMPTY)));
        }
    }

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
