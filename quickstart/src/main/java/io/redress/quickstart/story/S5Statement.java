package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the statement of reasons of S5 must say, sentence by sentence, written by hand in both languages. */
final class S5Statement {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final S5Bodies bodies;

    S5Statement(StoryRun run, StoryFile story, Timeline when, S5Bodies bodies) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.bodies = bodies;
    }

    /** Checks the statement as its merchant reads it, before delivery. */
    void check(JsonNode read) {
        String zh = read.path("statement").path("zh").asText();
        String en = read.path("statement").path("en").asText();
        run.facts().check("the statement says in Chinese all it must", List.of(), missing(zh, inChinese()));
        run.facts().check("the statement says in English all it must", List.of(), missing(en, inEnglish()));
        String days = "P" + story.expect("windowDays").asInt() + "D";
        run.facts()
                .check(
                        "until when to appeal is told as a rule: 14 days from delivery",
                        days + " DELIVERY ",
                        appeal(read));
    }

    /** Checks that the end of the window is a date once the statement is delivered. */
    void checkDelivered(User merchant, String penalty, OffsetDateTime readAt) {
        int days = story.expect("windowDays").asInt();
        run.eventually(
                "once delivered it is told as a date",
                "P" + days + "D DELIVERY " + StoryRun.utc(readAt.plusDays(days)),
                () -> appeal(run.read(merchant, penalty + "/statement-of-reasons")));
    }

    private static String appeal(JsonNode read) {
        JsonNode appeal = read.path("appeal");
        return appeal.path("within").asText() + " " + appeal.path("from").asText() + " "
                + StoryRun.instant(appeal.path("until"));
    }

    private List<String> inChinese() {
        List<String> sentences = new ArrayList<>(List.of(
                "依据规则第 " + story.expect("rulebook").asInt() + " 版 " + story.given("clause") + "《欺诈买家》",
                "共扣 " + story.givenNumber("points") + " 分",
                "行为时间:" + actTime(),
                "事实:两名买家付款后未收到商品。",
                "店铺收款后不发货,并提供虚假物流。",
                "涉及订单:" + String.join(", ", bodies.own("orders")),
                "涉及商品:" + String.join(", ", bodies.own("listings")),
                "适用地域:" + story.given("territory"),
                "用于发现:" + yesNo("detection", "是", "否") + ";用于决定:" + yesNo("decision", "是", "否"),
                "可自本告知书送达之日起 " + story.expect("windowDays").asInt() + " 天内在 Redress 提出申诉"));
        measures().forEach(measure -> sentences.add("措施:" + measure.path("zh").asText() + "," + days(measure) + " 天"));
        return sentences;
    }

    private List<String> inEnglish() {
        List<String> sentences = new ArrayList<>(List.of(
                "Rulebook version " + story.expect("rulebook").asInt() + ", clause " + story.given("clause")
                        + " \"Fraud against a buyer\"",
                story.givenNumber("points") + " points in all",
                "Time of the act: " + actTime(),
                "Facts: Two buyers paid and received nothing.",
                "The shop took payment, did not ship, and gave false tracking.",
                "Orders concerned: " + String.join(", ", bodies.own("orders")),
                "Listings concerned: " + String.join(", ", bodies.own("listings")),
                "Territory: " + story.given("territory"),
                "for detection: " + yesNo("detection", "yes", "no") + "; for the decision: "
                        + yesNo("decision", "yes", "no"),
                "you may appeal at Redress within " + story.expect("windowDays").asInt()
                        + " days of the delivery of this statement"));
        measures()
                .forEach(measure ->
                        sentences.add("Measure: " + measure.path("en").asText() + ", " + days(measure) + " days"));
        return sentences;
    }

    private List<JsonNode> measures() {
        List<JsonNode> all = new ArrayList<>();
        story.expect("measures")
                .path(String.valueOf(story.givenNumber("points")))
                .forEach(all::add);
        return all;
    }

    /** The measures the points bring, by kind, with the state they come into. */
    String measuresInForce() {
        List<String> kinds = new ArrayList<>();
        story.expect("measures").path(String.valueOf(story.givenNumber("points"))).properties().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(kind -> kinds.add(kind + " IN_FORCE"));
        return String.join(", ", kinds);
    }

    private String actTime() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT)
                        .format(when.at("actAt").atZoneSameInstant(ZONE))
                + " Asia/Shanghai";
    }

    private String yesNo(String key, String yes, String no) {
        return Boolean.parseBoolean(story.given(key)) ? yes : no;
    }

    private static int days(JsonNode measure) {
        return measure.path("days").asInt();
    }

    private static List<String> missing(String text, List<String> sentences) {
        return sentences.stream().filter(sentence -> !text.contains(sentence)).toList();
    }
}
