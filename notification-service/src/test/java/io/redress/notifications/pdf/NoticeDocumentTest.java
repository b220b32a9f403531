package io.redress.notifications.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.document.Document;
import io.redress.notifications.domain.About;
import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.template.TemplateRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeDocumentTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void a_document_has_the_words_of_its_notice_and_says_when_that_was_stored_and_not_when_it_was_made() {
        Document document = NoticeDocument.of(notice(), List.of(Language.ZH, Language.EN), SHANGHAI);

        assertThat(document)
                .isEqualTo(new Document(
                        "not_1",
                        Instant.parse("2018-04-20T02:00:00Z"),
                        "StatementIssued not_1",
                        List.of(
                                new Document.Part(
                                        "zh-CN",
                                        "处罚告知书",
                                        List.of("正文"),
                                        "通知 not_1,收件人 m-1004,入库时间 2018-04-20 10:00 +08:00 (Asia/Shanghai)"),
                                new Document.Part(
                                        "en",
                                        "Statement",
                                        List.of("First.", "Second."),
                                        "Notice not_1 to m-1004, stored 2018-04-20 10:00 +08:00 (Asia/Shanghai)"))));
    }

    @Test
    void one_language_is_one_part() {
        assertThat(NoticeDocument.of(notice(), List.of(Language.EN), SHANGHAI).parts())
                .extracting(Document.Part::language)
                .containsExactly("en");
    }

    private static Notice notice() {
        return new Notice(
                "not_1",
                "evt_1",
                NoticeType.STATEMENT_ISSUED,
                Recipient.merchant("m-1004"),
                Optional.of("m-1004"),
                new About(Optional.of("pen_1"), Optional.empty(), Optional.empty(), Optional.empty()),
                Language.ZH,
                Optional.of(new TemplateRef("tpl_1", 1)),
                new BilingualText("处罚告知书", "Statement"),
                new BilingualText("正文", "First.\n\nSecond."),
                Instant.parse("2018-04-20T02:00:00Z"),
                Optional.empty(),
                Optional.empty());
    }
}
