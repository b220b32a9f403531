package io.redress.quickstart.story;

import java.time.OffsetDateTime;

/** What the two violations of the demonstration bring by the rulebook, and what of it is left when one falls. */
final class AppealMeasures {

    private static final int FIRES = 12;
    private static final int DAYS = 7;

    private final StoryFile story;
    private final Timeline when;

    AppealMeasures(StoryFile story, Timeline when) {
        this.story = story;
        this.when = when;
    }

    /** 12 points in GENERAL, and 12 in SERIOUS if there are so many. */
    String beforeTheRuling() {
        return (fired() ? "NEW_LISTING_BAN IN_FORCE, " : "") + general("IN_FORCE");
    }

    /** The ban rests on what fell; the others on what stands, for their 7 days. */
    String afterTheRuling() {
        return ban() + general(state("ruledAt"));
    }

    /** When it is decided anew they are over, or still run and rest on nothing any more. */
    String afterTheSecondRuling() {
        boolean less = story.givenNumber("reopenedPoints") < FIRES;
        return ban() + general(state("reopenedAt").equals("SERVED") ? "SERVED" : less ? "LIFTED" : "IN_FORCE");
    }

    /** Whether the first ruling has a measure to lift. */
    boolean lifted() {
        return fired() && state("ruledAt").equals("IN_FORCE");
    }

    /** Whether the second one has; both of the others. */
    boolean liftedByTheSecond() {
        return afterTheSecondRuling().contains("PROMOTION_BAN LIFTED");
    }

    private String ban() {
        if (!fired()) {
            return "";
        }
        return "NEW_LISTING_BAN " + (lifted() ? "LIFTED" : "SERVED") + ", ";
    }

    private static String general(String state) {
        return "PROMOTION_BAN " + state + ", SHOP_HIDDEN " + state;
    }

    private boolean fired() {
        return story.givenNumber("fallenPoints") >= FIRES;
    }

    private String state(String date) {
        OffsetDateTime end = when.at("penaltyAt").plusDays(DAYS);
        return when.at(date).isBefore(end) ? "IN_FORCE" : "SERVED";
    }
}
