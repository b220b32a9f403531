package io.redress.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {
    private final MailComposer composer = new MailComposer("redress.example", Optional.of("https://redress.example"));

    @Test
    void a_title_cannot_begin_another_header() {
        Mail mail = composer.compose(notice("Penalty\r\nBcc: all@shops.example\u2028X: y", "text"), "a@b.example");

        assertThat(mail.subject()).isEqualTo("Penalty Bcc: all@shops.example X: y");
    }

    @Test
    void a_title_is_bounded() {
        Mail mail = composer.compose(notice("x".repeat(5_000), "text"), "a@b.example");

        assertThat(mail.subject()).hasSize(200);
    }

    @Test
    void markup_in_a_text_stays_text_in_html() {
        Mail mail = composer.compose(
                notice("<b>Title</b>", "<script>alert('x')</script> & \"quotes\"\n\nsecond\nline"), "a@b.example");

        assertThat(mail.html())
                .contains("<h1>&lt;b&gt;Title&lt;/b&gt;</h1>")
                .contains("<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;</p>")
                .contains("<p>second<br>\nline</p>")
                .doesNotContain("<script>");
        assertThat(mail.text()).startsWith("<script>alert('x')</script> & \"quotes\"\n\nsecond\nline");
    }

    @Test
    void nothing_in_a_text_is_read_as_a_template() {
        Mail mail = composer.compose(notice("{penaltyId} ${x} {{y}}", "{caseId}"), "a@b.example");

        assertThat(mail.subject()).isEqualTo("{penaltyId} ${x} {{y}}");
        assertThat(mail.text()).startsWith("{caseId}");
    }

    @Test
    void control_characters_do_not_reach_the_body() {
        Mail mail = composer.compose(notice("t", "a\u0000b\u001bc\r\nd\re"), "a@b.example");

        assertThat(mail.text()).startsWith("abc\nd\ne");
    }

    @Test
    void the_link_and_the_language_are_the_recipients() {
        Mail mail = composer.compose(notice("t", "text"), "a@b.example");

        assertThat(mail.language()).isEqualTo("en");
        assertThat(mail.text()).endsWith("inbox: https://redress.example/v1/notices/not_1\n");
        assertThat(new MailComposer("redress.example", Optional.empty())
                        .compose(notice("t", "text"), "a@b.example")
                        .html())
                .doesNotContain("href");
    }

    @Test
    void the_message_id_leads_back_to_the_notice_and_another_domains_does_not() {
        assertThat(composer.messageId("not_1")).isEqualTo("not_1@redress.example");
        assertThat(composer.noticeId("<not_1@redress.example>")).contains("not_1");
        assertThat(composer.noticeId("not_1@redress.example")).contains("not_1");
        assertThat(composer.noticeId("not_1@elsewhere.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example, c@d.example",
                "<a@b.example>",
                "a@b.example\r\nRCPT TO:<c@d.example>",
                "a b@c.example",
                "a@",
                "@b.example",
                "a@b_c",
                "a\u0000@b.example"
            })
    void only_a_plain_address_is_an_address(String text) {
        assertThat(MailComposer.isAddress(text)).isFalse();
    }

    @Test
    void a_plain_address_is_one() {
        assertThat(MailComposer.isAddress("owner+notices@sub.shop.example")).isTrue();
    }

    private static Notice notice(String title, String body) {
        return new Notice(
                "not_1",
                "evt_1",
                NoticeType.STATEMENT_ISSUED,
                Recipient.merchant("m-1"),
                Optional.of("m-1"),
                new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Language.EN,
                Optional.empty(),
                new BilingualText("zh", title),
                new BilingualText("zh", body),
                Instant.parse("2018-04-20T02:00:00Z"),
                Optional.empty(),
                Optional.empty());
    }
}
