package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stories look at, each through the eyes of a user who may see it, in forms that can be compared. */
final class StoryReads {

    private final StoryRun run;
    private final User operator;
    private final User adjudicator;
    private final User merchant;

    StoryReads(StoryRun run, User operator, User adjudicator, User merchant) {
        this.run = run;
        this.operator = operator;
        this.adjudicator = adjudicator;
        this.merchant = merchant;
    }

    Map<String, Integer> notices() {
        Map<String, Integer> counted = new TreeMap<>();
        run.read(merchant, "/v1/notices?limit=100")
                .path("items")
                .forEach(n -> counted.merge(n.path("type").asText(), 1, Integer::sum));
        return counted;
    }

    /** The merchant reads the statement in the inbox: that is delivery, and the appeal window runs from here. */
    OffsetDateTime readStatement(String penaltyId) {
        run.mustBecome("the statement lies in the inbox", true, () -> !statementNotice(penaltyId)
                .isEmpty());
        String notice = "/v1/notices/" + statementNotice(penaltyId);
        return OffsetDateTime.parse(
                run.create(merchant, notice + "/read", null).path("readAt").asText());
    }

    /** Registers a merchant and its shops, as the marketplace does. */
    static void register(
            StoryRun run, String merchantId, String name, String language, OffsetDateTime openedAt, String... shops) {
        run.put(Cast.MARKETPLACE, "/v1/merchants/" + merchantId, Map.of("name", name, "language", language));
        for (String shop : shops) {
            run.put(
                    Cast.MARKETPLACE,
                    "/v1/shops/" + shop,
                    Map.of("merchantId", merchantId, "openedAt", StoryRun.utc(openedAt)));
        }
    }

    String statementNotice(String penaltyId) {
        for (JsonNode notice : run.read(merchant, "/v1/notices?limit=100").path("items")) {
            boolean statement = notice.path("type").asText().equals("StatementIssued");
            if (statement && notice.path("about").path("penaltyId").asText().equals(penaltyId)) {
                return notice.path("id").asText();
            }
        }
        return "";
    }

    List<String> violationIds(String penalty) {
        List<String> ids = new ArrayList<>();
        run.read(operator, penalty)
                .path("violations")
                .forEach(v -> ids.add(v.path("violationId").asText()));
        return ids;
    }

    /** The shop's points in one bucket. */
    int points(String shopId, String bucketName) {
        for (JsonNode bucket :
                run.read(operator, "/v1/shops/" + shopId + "/standing").path("buckets")) {
            if (bucket.path("bucket").asText().equals(bucketName)) {
                return bucket.path("points").asInt();
            }
        }
        return 0;
    }

    String measures(String shopId) {
        return S4Measures.summary(run.read(operator, "/v1/shops/" + shopId + "/measures"));
    }

    String effects(String caseFile) {
        List<String> lines = new ArrayList<>();
        run.read(adjudicator, caseFile).path("effects").forEach(e -> {
            String of = e.path("target").path("measureKind").asText();
            String what = e.path("kind").asText() + (of.isEmpty() ? "" : " " + of);
            lines.add(what + " " + e.path("state").asText());
        });
        return String.join(", ", lines.stream().sorted().toList());
    }
}
