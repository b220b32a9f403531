package io.redress.quickstart.story;

import static io.redress.quickstart.story.AdvocacyBodies.both;
import static io.redress.quickstart.story.AdvocacyBodies.decided;
import static io.redress.quickstart.story.AdvocacyBodies.evidence;
import static io.redress.quickstart.story.AdvocacyBodies.point;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** COMPLAINT: a brand owner about a decision to do nothing, and a department that lets its time pass. */
final class ComplaintDemo {

    private static final User HEAD = User.staff("enf-lead", "enforcement-approver");
    private static final User ADJUDICATOR = User.staff("adj-2", "adjudicator");
    private static final String ITEM = "complaint";
    private static final int ANSWER_DAYS = 2;
    private static final int REPLY_DAYS = 2;

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final User brandOwner;
    private final WorkDays days = WorkDays.ofTheSample();

    ComplaintDemo(StoryRun run, StoryFile story, Timeline when, User brandOwner) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.brandOwner = brandOwner;
    }

    void tell() {
        OffsetDateTime at = when.at("complaintAt");
        run.advanceTo(at);
        run.facts()
                .step("COMPLAINT: " + story.given("brandOwnerName")
                        + " reported a copy of its bags, and enforcement decided to do nothing");
        DemoCase complaint = argued(at);
        goesOn(complaint, silent(complaint));
        ruled(complaint);
    }

    private DemoCase argued(OffsetDateTime at) {
        Map<String, Object> about = Map.of(
                "about",
                "enforcement",
                "noAction",
                Map.of("reference", run.own("rep-31"), "decidedAt", StoryRun.utc(at.minusDays(8))),
                "description",
                "The bag on offer is a copy of ours.");
        DemoCase complaint = DemoCase.open(
                run, brandOwner, Map.of("kind", "COMPLAINT", "shopId", run.own(story.given("brandShop")), ITEM, about));
        complaint.assign(story.given("language"));
        complaint.brief(
                "Look at the report again.",
                List.of(point(
                        ITEM,
                        "FACTS_WRONG",
                        both("图片显示同一图案。", "The pictures show the same pattern."),
                        List.of(evidence("photo", run.own("photo-31"))))));
        complaint.refused(
                "nobody of the department complained of decides",
                403,
                "own-cause",
                User.staff("enf-2", "adjudicator"),
                "/claim",
                null);
        return complaint;
    }

    /** The clock of the suite does not stand still while people act, so days are counted from when it was claimed. */
    private OffsetDateTime silent(DemoCase complaint) {
        JsonNode claimed = complaint.claim(ADJUDICATOR);
        JsonNode startedAt = answerClock(complaint, ADJUDICATOR).path("startedAt");
        OffsetDateTime answerBy = days.after(local(startedAt), ANSWER_DAYS);
        run.facts()
                .check(
                        "the department has two business days to answer",
                        StoryRun.utc(answerBy),
                        StoryRun.instant(claimed.path("answerBy")));
        run.eventually(
                "its head is told that it is to answer",
                true,
                () -> complaint.tells(HEAD, "Your department answers in it by"));
        complaint.draftRefused("its time is waited for", 422, "answer-window-open", draft());
        run.facts().step("nobody of enforcement answers");
        run.advanceTo(answerBy);
        return answerBy;
    }

    /** In the zone of the story, where days begin and end. */
    private OffsetDateTime local(JsonNode instant) {
        return OffsetDateTime.parse(instant.asText())
                .withOffsetSameInstant(when.at("complaintAt").getOffset());
    }

    private void goesOn(DemoCase complaint, OffsetDateTime answerBy) {
        String words = "the time for the department's answer is ";
        run.eventually(
                "its head was warned at 50 and 80 percent, and told when it was over",
                List.of("50% of " + words + "used", "80% of " + words + "used", words + "up"),
                () -> complaint.titles(HEAD, "the department's answer"));
        run.eventually(
                "the adjudicator is told that the case goes on without it",
                true,
                () -> complaint.tells(ADJUDICATOR, "The case goes on without the answer: you may draft the ruling."));
        run.eventually(
                "and so is the advocate",
                true,
                () -> complaint.tells(complaint.advocate(), "The case goes on without the answer."));
        JsonNode clock = answerClock(complaint, ADJUDICATOR);
        run.facts()
                .check(
                        "its lapse is charged to the department, at its own time",
                        "LAPSED enforcement " + StoryRun.utc(answerBy),
                        clock.path("state").asText() + " " + clock.path("team").asText() + " "
                                + StoryRun.instant(clock.path("lapsedAt")));
        run.facts()
                .check(
                        "the brand owner sees with whom its case lies, by role and without names",
                        "ADJUDICATOR false",
                        complaint.seenBy(brandOwner).path("heldBy").asText() + " "
                                + run.read(brandOwner, complaint.path() + "/holders")
                                        .toString()
                                        .contains(ADJUDICATOR.subject()));
    }

    private JsonNode answerClock(DemoCase complaint, User reader) {
        for (JsonNode clock : run.read(reader, complaint.path() + "/clocks").path("items")) {
            if (clock.path("clock").asText().equals("ANSWER")) {
                return clock;
            }
        }
        throw new StoryBroken("the time to answer has no clock");
    }

    private void ruled(DemoCase complaint) {
        JsonNode drafted = complaint.draft(draft()).path("draft");
        OffsetDateTime repliesBy = days.after(local(drafted.path("issuedAt")), REPLY_DAYS);
        run.facts()
                .check(
                        "both sides have two business days to reply",
                        StoryRun.utc(repliesBy),
                        StoryRun.instant(drafted.path("repliesBy")));
        complaint.reply(brandOwner, "That is what we ask for.");
        complaint.refused(
                "the department's time to reply is waited for",
                422,
                "reply-window-open",
                ADJUDICATOR,
                "/rulings",
                complaint.ruling());
        run.advanceTo(repliesBy);
        complaint.rule();
        complaint.closes("");
        JsonNode seen = complaint.seenBy(brandOwner);
        run.facts()
                .check(
                        "it was decided without an answer, which the case says",
                        "GRANT, no answer",
                        seen.path("ruling").path("outcome").asText() + (seen.has("answer") ? "" : ", no answer"));
    }

    private Map<String, Object> draft() {
        return AdvocacyBodies.draft(
                "GRANT",
                List.of(decided(
                        ITEM,
                        "GRANT",
                        both("图案相同,应重新审查举报。", "The pattern is the same: the report is to be looked at again."),
                        run.own("rep-31"))));
    }
}
