package io.redress.penalties.domain.penalty;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/** The fixed sentences of a statement of reasons in one language; times are written in the platform's zone, with it. */
sealed interface StatementWording {

    /** Made once: reading its pattern takes longer than writing a time by it. */
    DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    String heading(String penaltyId, String shopId, int points, boolean imported);

    String clause(String clauseId, int version, String title, String text, int points);

    String act(Instant from, Instant to);

    String fact(String description);

    String orders();

    String listings();

    String objects();

    String amount(Facts.Amount amount);

    String count(int count);

    String measure(String name, OptionalInt days);

    String noMeasures();

    String notice(Instant until);

    String noNotice(String exception, String reasons);

    String territory(String territory);

    String automation(boolean detection, boolean decision);

    String redress(long windowDays);

    /** An instant in this zone, to the second. */
    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone)) + " " + zone.getId();
    }

    /** Simplified Chinese. */
    record Zh(ZoneId zone) implements StatementWording {
        @Override
        public String heading(String penaltyId, String shopId, int points, boolean imported) {
            return "处罚告知书 " + penaltyId + "(店铺 " + shopId + "):共扣 " + points + " 分。"
                    + (imported ? "本处罚在接入本系统之前已经生效,现补发告知书。" : "");
        }

        @Override
        public String clause(String clauseId, int version, String title, String text, int points) {
            return "依据规则第 " + version + " 版 " + clauseId + "《" + title + "》:" + text + " 扣 " + points + " 分。";
        }

        @Override
        public String act(Instant from, Instant to) {
            return "行为时间:" + StatementWording.time(from, zone)
                    + (from.equals(to) ? "" : " 至 " + StatementWording.time(to, zone));
        }

        @Override
        public String fact(String description) {
            return "事实:" + description;
        }

        @Override
        public String orders() {
            return "涉及订单:";
        }

        @Override
        public String listings() {
            return "涉及商品:";
        }

        @Override
        public String objects() {
            return "处罚对象:";
        }

        @Override
        public String amount(Facts.Amount amount) {
            return "涉及金额:" + amount.text();
        }

        @Override
        public String count(int count) {
            return "涉及数量:" + count;
        }

        @Override
        public String measure(String name, OptionalInt days) {
            return "措施:" + name + (days.isPresent() ? "," + days.getAsInt() + " 天" : ",无固定期限");
        }

        @Override
        public String noMeasures() {
            return "措施:无";
        }

        @Override
        public String notice(Instant until) {
            return "提前通知:上述处罚不早于 " + StatementWording.time(until, zone) + " 生效。在此之前,您可就事实作一次说明,说明未获答复前处罚不生效。";
        }

        @Override
        public String noNotice(String exception, String reasons) {
            return "不提前通知,理由:" + exception + " " + reasons;
        }

        @Override
        public String territory(String territory) {
            return "适用地域:" + territory;
        }

        @Override
        public String automation(boolean detection, boolean decision) {
            return "自动化手段:用于发现:" + (detection ? "是" : "否") + ";用于决定:" + (decision ? "是" : "否");
        }

        @Override
        public String redress(long windowDays) {
            return "救济:如有异议,可自本告知书送达之日起 " + windowDays + " 天内在 Redress 提出申诉。";
        }
    }

    /** English. */
    record En(ZoneId zone) implements StatementWording {
        @Override
        public String heading(String penaltyId, String shopId, int points, boolean imported) {
            return "Statement of reasons " + penaltyId + " (shop " + shopId + "): " + points + " points in all."
                    + (imported
                            ? " This penalty was in force before it was taken into this system; the statement is issued now."
                            : "");
        }

        @Override
        public String clause(String clauseId, int version, String title, String text, int points) {
            return "Rulebook version " + version + ", clause " + clauseId + " \"" + title + "\": " + text + " " + points
                    + " points.";
        }

        @Override
        public String act(Instant from, Instant to) {
            return "Time of the act: " + StatementWording.time(from, zone)
                    + (from.equals(to) ? "" : " to " + StatementWording.time(to, zone));
        }

        @Override
        public String fact(String description) {
            return "Facts: " + description;
        }

        @Override
        public String orders() {
            return "Orders concerned: ";
        }

        @Override
        public String listings() {
            return "Listings concerned: ";
        }

        @Override
        public String objects() {
            return "Objects of the penalty: ";
        }

        @Override
        public String amount(Facts.Amount amount) {
            return "Amount concerned: " + amount.text();
        }

        @Override
        public String count(int count) {
            return "Number concerned: " + count;
        }

        @Override
        public String measure(String name, OptionalInt days) {
            return "Measure: " + name + (days.isPresent() ? ", " + days.getAsInt() + " days" : ", without a fixed end");
        }

        @Override
        public String noMeasures() {
            return "Measures: none";
        }

        @Override
        public String notice(Instant until) {
            return "Advance notice: the penalty does not enter into force before " + StatementWording.time(until, zone)
                    + ". Until then you may clarify the facts once; it does not enter into force before that is answered.";
        }

        @Override
        public String noNotice(String exception, String reasons) {
            return "There is no advance notice, because: " + exception + " " + reasons;
        }

        @Override
        public String territory(String territory) {
            return "Territory: " + territory;
        }

        @Override
        public String automation(boolean detection, boolean decision) {
            return "Automated means: for detection: " + (detection ? "yes" : "no") + "; for the decision: "
                    + (decision ? "yes" : "no");
        }

        @Override
        public String redress(long windowDays) {
            return "Redress: you may appeal at Redress within " + windowDays
                    + " days of the delivery of this statement.";
        }
    }
}
