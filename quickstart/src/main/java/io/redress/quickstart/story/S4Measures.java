package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What S4 must find about single measures: since when, until when, and whether the marketplace confirmed. */
final class S4Measures {

    private static final int HIDDEN_DAYS = 14;

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final User reader;
    private final String shop;
    private final String otherShop;

    S4Measures(StoryRun run, StoryFile story, Timeline when, User reader, String shop, String otherShop) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.reader = reader;
        this.shop = shop;
        this.otherShop = otherShop;
    }

    void check() {
        String closed = StoryRun.utc(when.at("closedAt"));
        run.facts().check("the closure began when the shop was closed", closed, begin(shop, "SHOP_CLOSURE"));
        if (!story.expect("effects").isEmpty()) {
            run.facts().check("listings are removed since the closure", closed, begin(shop, "LISTINGS_REMOVED"));
            run.facts()
                    .check(
                            "hiding counts from the closure, 14 days",
                            closed + " to " + StoryRun.utc(when.at("closedAt").plusDays(HIDDEN_DAYS)),
                            begin(shop, "SHOP_HIDDEN") + " to " + end(shop, "SHOP_HIDDEN"));
            run.eventually(
                    "the marketplace confirmed the lift",
                    story.expect("closure").asText(),
                    () -> find(shop, "SHOP_CLOSURE").path("confirmedState").asText());
        }
        run.facts()
                .check(
                        "the other shop's measures are as they were",
                        "LISTINGS_REMOVED IN_FORCE, SHOP_HIDDEN IN_FORCE",
                        summary(list(otherShop)));
        JsonNode hidden = find(otherShop, "SHOP_HIDDEN");
        run.facts().check("the other shop is hidden for 14 days", HIDDEN_DAYS, days(hidden));
    }

    /** Kind and state of each, sorted. */
    static String summary(JsonNode list) {
        List<String> lines = new ArrayList<>();
        list.path("items")
                .forEach(m -> lines.add(
                        m.path("kind").asText() + " " + m.path("state").asText()));
        return String.join(", ", lines.stream().sorted().toList());
    }

    private JsonNode list(String shopId) {
        return run.read(reader, "/v1/shops/" + shopId + "/measures");
    }

    private JsonNode find(String shopId, String kind) {
        JsonNode list = list(shopId);
        for (JsonNode measure : list.path("items")) {
            if (measure.path("kind").asText().equals(kind)) {
                return measure;
            }
        }
        return list.path("none");
    }

    private String begin(String shopId, String kind) {
        return StoryRun.instant(find(shopId, kind).path("startsAt"));
    }

    private String end(String shopId, String kind) {
        return StoryRun.instant(find(shopId, kind).path("endsAt"));
    }

    private static int days(JsonNode measure) {
        String begin = StoryRun.instant(measure.path("startsAt"));
        String end = StoryRun.instant(measure.path("endsAt"));
        if (begin.isEmpty() || end.isEmpty()) {
            return 0;
        }
        return (int) java.time.Duration.between(java.time.Instant.parse(begin), java.time.Instant.parse(end))
                .toDays();
    }
}
