package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What S4 looks at, each through the eyes of a user who may see it, in forms that can be compared. */
final class S4Reads {

    private static final String BUCKET = "COUNTERFEIT";

    private final StoryRun run;
    private final User operator;
    private final User adjudicator;
    private final User merchant;

    S4Reads(StoryRun run, User operator, User adjudicator, User merchant) {
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

    int points(String shopId) {
        for (JsonNode bucket :
                run.read(operator, "/v1/shops/" + shopId + "/standing").path("buckets")) {
            if (bucket.path("bucket").asText().equals(BUCKET)) {
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
        run.read(adjudicator, caseFile)
                .path("effects")
                .forEach(e -> lines.add(
                        e.path("kind").asText() + " " + e.path("state").asText()));
        return String.join(", ", lines.stream().sorted().toList());
    }
}
