package io.redress.quickstart.story;

import java.util.ArrayList;
import java.util.List;

/** What refund-service has booked for a case. */
final class ClaimFacts {

    private final StoryRun run;
    private final DemoCase of;

    ClaimFacts(StoryRun run, DemoCase of) {
        this.run = run;
        this.of = of;
    }

    /** One claim of this kind and amount, or none for nothing; as the merchant sees it. */
    void booked(String kind, int amountMinor) {
        run.facts()
                .check(
                        amountMinor == 0
                                ? "no money is booked"
                                : "the merchant's claim of " + amountMinor + " is booked once",
                        amountMinor == 0 ? List.of() : List.of(kind + " BOOKED " + amountMinor + " CNY"),
                        claims());
    }

    private List<String> claims() {
        List<String> lines = new ArrayList<>();
        run.read(of.merchant(), "/v1/claims?caseId=" + of.id())
                .path("items")
                .forEach(claim -> lines.add(claim.path("kind").asText() + " "
                        + claim.path("status").asText() + " "
                        + claim.path("amountMinor").asText() + " "
                        + claim.path("currency").asText()));
        return lines;
    }
}
