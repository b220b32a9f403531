package io.redress.quickstart.story;

/** Cases of every kind, one after the other, each with people of its own: what they ask for, who is heard, what comes of it. */
final class AdvocacyDemo {

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;

    AdvocacyDemo(StoryRun run, StoryFile story) {
        this.run = run;
        this.story = story;
        this.when = Timeline.after(run.now(), story.timeline());
    }

    void tell() {
        run.facts().step("dates moved by " + when.years() + " years");
        User appellant = register("appeal");
        User loser = register("loss");
        User heir = register("transfer");
        User brandOwner = register("brand", "brandOwner");
        User fee = register("fee");
        JoinedDemo joined = new JoinedDemo(run, story, when);
        joined.register();
        AppealDemo appeal = new AppealDemo(run, story, when, appellant);
        appeal.tell();
        new CompensationDemo(run, story, when, loser).tell();
        new TransferDemo(run, story, when, heir).tell();
        new ComplaintDemo(run, story, when, brandOwner).tell();
        appeal.reopened();
        joined.tell();
        new FeeDemo(run, story, when, fee).tell();
        run.facts()
                .check(
                        "the ledger is in balance",
                        true,
                        run.read(Cast.FINANCE, "/v1/ledger/trial-balance")
                                .path("balanced")
                                .asBoolean());
    }

    private User register(String name) {
        return register(name, name + "Merchant");
    }

    /** A merchant with one shop, known to everybody before the first date. */
    private User register(String name, String merchant) {
        String merchantId = run.own(story.given(merchant));
        StoryReads.register(
                run,
                merchantId,
                story.given(merchant + "Name"),
                story.given("language"),
                when.at("penaltyAt").minusYears(8),
                run.own(story.given(name + "Shop")));
        return User.merchant(merchantId);
    }
}
