package io.redress.quickstart.story;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** A shop in a demonstration of penalties: what is done to it, and what its merchant and employees see of it. */
final class DemoShop {

    private final StoryRun run;
    private final Timeline when;
    private final StoryReads reads;
    private final PenaltyDemoBodies bodies;
    private final User merchant;
    private final String id;

    DemoShop(StoryRun run, Timeline when, User merchant, String id) {
        this.run = run;
        this.when = when;
        this.merchant = merchant;
        this.id = id;
        this.reads = new StoryReads(run, Cast.OPERATOR, Cast.OPERATOR, merchant);
        this.bodies = new PenaltyDemoBodies(run, id);
    }

    String id() {
        return id;
    }

    User merchant() {
        return merchant;
    }

    PenaltyDemoBodies bodies() {
        return bodies;
    }

    StoryReads reads() {
        return reads;
    }

    /** The marketplace tells of it, as of another shop of its merchant. */
    void open(OffsetDateTime openedAt) {
        run.put(
                Cast.MARKETPLACE,
                "/v1/shops/" + id,
                Map.of("merchantId", merchant.subject(), "openedAt", StoryRun.utc(openedAt)));
    }

    /** The clock goes to this date of the story. */
    OffsetDateTime arrive(String name) {
        run.advanceTo(when.at(name));
        return when.at(name);
    }

    /** Answers the penalty's path. */
    String propose(Map<String, Object> proposal) {
        return "/v1/penalties/"
                + run.create(Cast.ENFORCER, "/v1/penalties", proposal)
                        .path("id")
                        .asText();
    }

    /** Proposes, waits until it is in force, and lets the merchant read why: what comes later is another decision. */
    String punish(Map<String, Object> proposal) {
        String path = propose(proposal);
        run.mustBecome("the penalty is in force", "IN_FORCE", () -> status(path));
        reads.readStatement(path.substring(path.lastIndexOf('/') + 1));
        return path;
    }

    void refused(String fact, int status, String code, Map<String, Object> proposal) {
        run.refused(fact, status, code, Cast.ENFORCER, "/v1/penalties", proposal);
    }

    String status(String penalty) {
        return run.read(Cast.ENFORCER, penalty).path("status").asText();
    }

    void points(String fact, Map<String, Integer> expected) {
        run.eventually(fact, expected, () -> tallies(""));
    }

    /** The buckets that are not empty, as the merchant sees them. */
    Map<String, Integer> tallies(String at) {
        Map<String, Integer> tallies = new TreeMap<>();
        run.read(merchant, "/v1/shops/" + id + "/standing" + at)
                .path("buckets")
                .forEach(bucket -> tallies.put(
                        bucket.path("bucket").asText(), bucket.path("points").asInt()));
        tallies.values().removeIf(points -> points == 0);
        return tallies;
    }

    void measures(String fact, String expected) {
        run.eventually(fact, expected, this::measures);
    }

    String measures() {
        return reads.measures(id);
    }
}
