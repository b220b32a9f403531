package io.redress.penalties.api;

import io.redress.kit.document.Document;
import io.redress.kit.document.ShownTime;
import io.redress.penalties.domain.rulebook.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A statement of reasons as a document, in both languages, the merchant's first: its words as they were issued, what was
 * disclosed later, and below them when it was issued and reached the merchant.
 */
final class StatementDocument {

    private static final Wording ZH =
            new Wording("zh-CN", "处罚告知书 ", "补充披露,", ":", "告知书 ", ",签发时间 ", ",入库时间 ", ",送达时间 ", ",可申诉至 ", Text::zh);

    private static final Wording EN = new Wording(
            "en",
            "Statement of reasons for penalty ",
            "Disclosed later, on ",
            ": ",
            "Statement ",
            ", issued ",
            ", stored ",
            ", delivered ",
            ", appeal until ",
            Text::en);

    private record Wording(
            String locale,
            String title,
            String disclosed,
            String colon,
            String statement,
            String issued,
            String stored,
            String delivered,
            String appealUntil,
            Function<Text, String> words) {}

    private StatementDocument() {}

    /** @param zone in which times are shown */
    static Document of(StatementView statement, ZoneId zone) {
        Stream<Wording> wordings = statement.language().equals("en") ? Stream.of(EN, ZH) : Stream.of(ZH, EN);
        return new Document(
                statement.statementId(),
                statement.issuedAt(),
                "StatementOfReasons " + statement.statementId(),
                wordings.map(wording -> part(statement, wording, zone)).toList());
    }

    private static Document.Part part(StatementView statement, Wording wording, ZoneId zone) {
        List<String> lines = new ArrayList<>(lines(wording.words().apply(statement.statement())));
        for (StatementView.DisclosureView later : statement.disclosures()) {
            String words = wording.words().apply(later.disclosure());
            lines.addAll(lines(wording.disclosed() + ShownTime.of(later.at(), zone) + wording.colon() + words));
        }
        return new Document.Part(
                wording.locale(), wording.title() + statement.penaltyId(), lines, record(statement, wording, zone));
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String record(StatementView statement, Wording wording, ZoneId zone) {
        StringBuilder record = new StringBuilder(wording.statement())
                .append(statement.statementId())
                .append(wording.issued())
                .append(ShownTime.of(statement.issuedAt(), zone));
        statement.storedAt().ifPresent(at -> record.append(wording.stored()).append(ShownTime.of(at, zone)));
        statement.deliveredAt().ifPresent(at -> record.append(wording.delivered())
                .append(ShownTime.of(at, zone)));
        statement.appeal().until().ifPresent(at -> record.append(wording.appealUntil())
                .append(ShownTime.of(at, zone)));
        return record.toString();
    }
}
