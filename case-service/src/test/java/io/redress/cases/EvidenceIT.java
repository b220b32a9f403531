package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.cited;
import static io.redress.cases.EvidenceSuite.files;
import static io.redress.cases.EvidenceSuite.id;
import static io.redress.cases.EvidenceSuite.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of evidence: added, seen by those who may, read, filed with the brief. */
class EvidenceIT {

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    @Test
    void a_file_is_added_with_what_is_known_of_it_and_read_as_it_was_sent() {
        EvidenceSuite of = EvidenceSuite.aCase();

        Answer added = of.merchant()
                .add(of.caseId, "receipt.pdf", "&proves=That+it+was+paid", EvidenceClient.PDF, EvidenceClient.RECEIPT);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.etag()).isEqualTo("\"1\"");
        JsonObject file = added.json();
        assertThat(file.getString("id")).startsWith("evd_");
        assertThat(file.getString("caseId")).isEqualTo(of.caseId);
        assertThat(file.getString("side")).isEqualTo("MERCHANT");
        assertThat(file.getString("state")).isEqualTo("AVAILABLE");
        assertThat(file.getString("fileName")).isEqualTo("receipt.pdf");
        assertThat(file.getString("mediaType")).isEqualTo("application/pdf");
        assertThat(file.getString("bytes")).isEqualTo("20");
        assertThat(file.getString("sha256")).isEqualTo(EvidenceClient.RECEIPT_SHA256);
        assertThat(file.getString("proves")).isEqualTo("That it was paid");
        assertThat(file.getJsonArray("tags")).isEmpty();
        assertThat(file.getString("addedBy")).isEqualTo("user-of-" + of.penalty.merchantId());
        assertThat(file.getString("addedAt")).isEqualTo("2018-04-21T02:00:00Z");
        assertThat(file.getBoolean("filed")).isFalse();
        assertThat(file.getJsonObject("scan").getString("verdict")).isEqualTo("NOT_CONFIGURED");

        Answer read = of.merchant().content(added);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.bytes()).isEqualTo(EvidenceClient.RECEIPT);
        assertThat(read.header("content-type")).contains("application/pdf");
        assertThat(read.header("content-length")).contains("20");
        assertThat(read.header("content-disposition"))
                .contains("attachment; filename=\"receipt.pdf\"; filename*=UTF-8''receipt.pdf");
        assertThat(read.header("x-content-type-options")).contains("nosniff");
        assertThat(read.header("content-security-policy")).contains("default-src 'none'; sandbox");
    }

    @Test
    void what_is_staged_is_its_sides_alone_until_the_brief_that_cites_it_is_filed() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer cited = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer kept = of.advocate().add(of.caseId, EvidenceClient.document());
        List<EvidenceClient> others = List.of(of.department(), of.adjudicator(), of.staff("adv-2", "advocate"));

        assertThat(ids(of.merchant().list(of.caseId))).containsExactly(id(cited), id(kept));
        assertThat(ids(of.advocate().list(of.caseId))).containsExactly(id(cited), id(kept));
        assertThat(ids(of.integrity().list(of.caseId))).containsExactly(id(cited), id(kept));
        for (EvidenceClient other : others) {
            assertThat(ids(other.list(of.caseId))).isEmpty();
            assertRefused(other.details(cited), 404, "not-found");
            assertRefused(other.content(cited), 404, "not-found");
        }

        assertThat(of.brief(cited(cited)).status()).isEqualTo(200);

        for (EvidenceClient other : others) {
            assertThat(ids(other.list(of.caseId))).containsExactly(id(cited));
            assertThat(other.content(cited).status()).isEqualTo(200);
            assertRefused(other.content(kept), 404, "not-found");
        }
        JsonObject filed = of.department().details(cited).json();
        assertThat(filed.getBoolean("filed")).isTrue();
        assertThat(filed.getString("filedBy")).isEqualTo("adv-1");
        assertThat(filed.getString("filedAt")).isEqualTo("2018-04-21T02:00:00Z");
        assertThat(filed.getInteger("version")).isEqualTo(2);
    }

    @Test
    void another_merchants_files_do_not_exist() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());

        assertRefused(of.otherMerchant().list(of.caseId), 404, "not-found");
        assertRefused(of.otherMerchant().details(added), 404, "not-found");
        assertRefused(of.otherMerchant().content(added), 404, "not-found");
        assertRefused(of.otherMerchant().add(of.caseId, EvidenceClient.document()), 404, "not-found");
        EvidenceSuite elsewhere = EvidenceSuite.aCase();
        Answer crossed =
                elsewhere.merchant().api().get("/v1/cases/" + elsewhere.caseId + "/evidence/" + id(added) + "/content");
        assertRefused(crossed, 404, "not-found");
    }

    @Test
    void hardship_is_seen_neither_by_the_department_nor_by_whoever_adjudicates_and_is_no_ground() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer hardship = of.merchant()
                .add(of.caseId, "illness.pdf", "&tag=HARDSHIP", EvidenceClient.PDF, EvidenceClient.document());
        assertThat(hardship.json().getJsonArray("tags")).isEqualTo(new JsonArray().add("HARDSHIP"));

        assertRefused(of.brief(cited(hardship)), 422, "hardship-is-no-ground");
        JsonObject asHardship = cited(hardship).put("kind", "HARDSHIP");
        assertThat(of.brief(asHardship).status()).isEqualTo(200);

        assertThat(of.merchant().details(hardship).json().getBoolean("filed")).isTrue();
        for (EvidenceClient other : List.of(of.department(), of.adjudicator())) {
            assertThat(ids(other.list(of.caseId))).isEmpty();
            assertRefused(other.content(hardship), 404, "not-found");
        }
    }

    @Test
    void the_same_content_of_a_side_is_one_file_however_often_it_is_sent() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] content = EvidenceClient.document();
        String key = "same-" + of.caseId;
        Answer first = of.merchant().send(of.caseId, "a.pdf", "", EvidenceClient.PDF, key, content);

        Answer replayed = of.merchant().send(of.caseId, "a.pdf", "", EvidenceClient.PDF, key, content);
        Answer again = of.merchant().add(of.caseId, "b.pdf", "", EvidenceClient.PDF, content);
        Answer byTheAdvocate = of.advocate().add(of.caseId, "c.pdf", "", EvidenceClient.PDF, content);
        Answer reused = of.merchant().send(of.caseId, "a.pdf", "", EvidenceClient.PDF, key, EvidenceClient.document());

        assertThat(replayed.bytes()).isEqualTo(first.bytes());
        assertThat(replayed.header("idempotent-replayed")).contains("true");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(byTheAdvocate.bytes()).isEqualTo(first.bytes());
        assertRefused(reused, 422, "idempotency-key-reused");
        assertThat(ids(of.merchant().list(of.caseId))).containsExactly(id(first));
    }

    @Test
    void a_content_that_is_there_is_not_taken_for_hardship_nor_for_none_by_sending_it_again() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] open = EvidenceClient.document();
        byte[] illness = EvidenceClient.document();
        Answer plain = of.merchant().add(of.caseId, open);
        Answer tagged = of.merchant().add(of.caseId, "a.pdf", "&tag=HARDSHIP", EvidenceClient.PDF, illness);

        Answer asHardship = of.merchant().add(of.caseId, "a.pdf", "&tag=HARDSHIP", EvidenceClient.PDF, open);
        assertRefused(asHardship, 409, "duplicate");
        assertThat(asHardship.json().getString("detail")).contains(id(plain));
        assertRefused(of.advocate().add(of.caseId, illness), 409, "duplicate");
        Answer same = of.merchant().add(of.caseId, "b.pdf", "&tag=HARDSHIP", EvidenceClient.PDF, illness);
        assertThat(same.bytes()).isEqualTo(tagged.bytes());

        assertThat(of.merchant().remove(plain).status()).isEqualTo(200);
        Answer anew = of.merchant().add(of.caseId, "a.pdf", "&tag=HARDSHIP", EvidenceClient.PDF, open);
        assertThat(anew.status()).isEqualTo(201);
        assertThat(anew.json().getJsonArray("tags")).isEqualTo(new JsonArray().add("HARDSHIP"));
    }

    @Test
    void the_other_side_does_not_learn_that_a_content_is_there_already() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] content = EvidenceClient.document();
        Answer merchants = of.merchant().add(of.caseId, content);

        Answer departments = of.department().add(of.caseId, content);

        assertThat(id(departments)).isNotEqualTo(id(merchants));
        assertThat(departments.json().getString("side")).isEqualTo("DEPARTMENT");
        assertThat(ids(of.department().list(of.caseId))).containsExactly(id(departments));
        assertThat(ids(of.merchant().list(of.caseId))).containsExactly(id(merchants));
        String sha256 = merchants.json().getString("sha256");
        assertThat(files("content").stream().filter(sha256::equals)).hasSize(1);
    }

    @Test
    void the_same_bytes_sent_at_once_are_one_file() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] content = EvidenceClient.document();
        List<CompletableFuture<Answer>> sent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> of.merchant().add(of.caseId, content)));
        }

        List<String> answered = sent.stream()
                .map(CompletableFuture::join)
                .map(EvidenceSuite::id)
                .distinct()
                .toList();

        assertThat(answered).hasSize(1);
        assertThat(ids(of.merchant().list(of.caseId))).isEqualTo(answered);
    }

    @Test
    void a_file_that_is_too_large_is_refused_by_its_length_and_while_it_comes() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] large = new byte[100_001];
        System.arraycopy(EvidenceClient.document(), 0, large, 0, 12);

        assertRefused(of.merchant().add(of.caseId, large), 422, "file-too-large");
        assertRefused(of.merchant().addInChunks(of.caseId, large), 422, "file-too-large");

        assertNothingIsLeft(of);
    }

    @Test
    void a_type_that_is_not_taken_or_not_the_one_that_was_said_is_refused() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        byte[] archive = {0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        byte[] program = {0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3e, 0};
        byte[] noise = {0, 1, 2, 3, (byte) 0xfe, (byte) 0xff, 0, 5};
        EvidenceClient merchant = of.merchant();

        assertRefused(merchant.add(of.caseId, "a.html", "", "text/html", page), 422, "file-type-refused");
        assertRefused(merchant.add(of.caseId, "a.png", "", "image/png", page), 422, "file-type-refused");
        assertRefused(merchant.add(of.caseId, "a.pdf", "", "", page), 422, "file-type-refused");
        assertRefused(merchant.add(of.caseId, "a.zip", "", "application/zip", archive), 422, "file-type-refused");
        assertRefused(merchant.add(of.caseId, "a.docx", "", "", archive), 422, "file-type-refused");
        assertRefused(merchant.add(of.caseId, "a.txt", "", "text/plain", program), 422, "file-type-refused");
        assertRefused(merchant.add(of.caseId, "a.pdf", "", EvidenceClient.PDF, noise), 422, "file-type-refused");
        assertRefused(merchant.add(of.caseId, "a.pdf", "", "", new byte[0]), 422, "file-type-refused");
        assertRefused(
                merchant.add(of.caseId, "a.png", "", "image/png", EvidenceClient.document()), 422, "file-type-refused");

        assertNothingIsLeft(of);
        Answer unsaid = merchant.add(of.caseId, "a.pdf", "", "application/octet-stream", EvidenceClient.document());
        assertThat(unsaid.json().getString("mediaType")).isEqualTo("application/pdf");
        Answer table = merchant.add(
                of.caseId, "sales.csv", "", "text/csv", ("day,sales\n1," + of.caseId).getBytes(StandardCharsets.UTF_8));
        assertThat(table.json().getString("mediaType")).isEqualTo("text/csv");
    }

    @Test
    void what_telephones_and_programs_in_china_write_is_taken() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] recording =
                ("\0\0\0\u0020ftypisom\0\0\2\0isomiso2mp41" + of.caseId).getBytes(StandardCharsets.ISO_8859_1);
        byte[] table = ("订单,数量\n" + of.caseId + ",二\n").getBytes(Charset.forName("GBK"));

        Answer recorded = of.merchant().add(of.caseId, "开箱.mp4", "", "video/mp4", recording);
        Answer written = of.merchant().add(of.caseId, "销量.csv", "", "application/vnd.ms-excel", table);

        assertThat(recorded.json().getString("mediaType")).as(recorded.text()).isEqualTo("video/mp4");
        assertThat(written.json().getString("mediaType")).as(written.text()).isEqualTo("text/csv");
        assertThat(of.merchant().content(written).bytes()).isEqualTo(table);
    }

    @Test
    void a_picture_that_is_a_page_too_is_never_shown_as_one() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] polyglot =
                ("GIF89a/*<html><script>alert('" + of.caseId + "')</script>*/=1;").getBytes(StandardCharsets.US_ASCII);

        Answer added = of.merchant().add(of.caseId, "a.html", "", "image/gif", polyglot);
        Answer read = of.merchant().content(added);

        assertThat(read.header("content-type")).contains("image/gif");
        assertThat(read.header("content-disposition").orElseThrow()).startsWith("attachment;");
        assertThat(read.header("x-content-type-options")).contains("nosniff");
    }

    @Test
    void names_lead_nowhere_and_say_nothing_but_themselves() {
        EvidenceSuite of = EvidenceSuite.aCase();

        assertThat(nameOf(of, "../../etc/passwd")).isEqualTo("passwd");
        assertThat(nameOf(of, "C:\\temp\\a.pdf")).isEqualTo("a.pdf");
        assertThat(nameOf(of, "a\r\nX-Injected: 1.pdf")).isEqualTo("a__X-Injected_ 1.pdf");
        assertThat(nameOf(of, "receipt\u202Efdp.exe")).isEqualTo("receipt_fdp.exe");
        assertThat(nameOf(of, "..")).isEqualTo("file");
        assertThat(nameOf(of, "a\"; filename=b.exe; x=\".pdf")).isEqualTo("a__ filename=b.exe_ x=_.pdf");
        Answer chinese = of.merchant().add(of.caseId, "收据 1.pdf", "", EvidenceClient.PDF, EvidenceClient.document());
        assertThat(chinese.json().getString("fileName")).isEqualTo("收据 1.pdf");
        assertThat(of.merchant().content(chinese).header("content-disposition"))
                .contains("attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E6%94%B6%E6%8D%AE%201.pdf");
    }

    private static String nameOf(EvidenceSuite of, String sent) {
        Answer added = of.merchant().add(of.caseId, sent, "", EvidenceClient.PDF, EvidenceClient.document());
        Answer read = of.merchant().content(added);
        assertThat(read.header("x-injected")).isEmpty();
        return added.json().getString("fileName");
    }

    @Test
    void an_upload_that_breaks_off_leaves_no_file_and_no_row() throws Exception {
        EvidenceSuite of = EvidenceSuite.aCase();
        String token = SUITE.infrastructure
                .issuer()
                .merchant("user-of-" + of.penalty.merchantId(), of.penalty.merchantId(), "merchant");
        String head = "POST /v1/cases/" + of.caseId + "/evidence?fileName=a.pdf HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + token + "\r\nIdempotency-Key: broken-" + of.caseId
                + "\r\nContent-Type: application/pdf\r\nContent-Length: 90000\r\n\r\n%PDF-1.4 and no more";
        try (Socket socket = new Socket("127.0.0.1", SUITE.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Awaitility.await("the first part is there")
                    .atMost(CaseSuite.PATIENCE)
                    .until(() -> !files("incoming").isEmpty());
        }

        Awaitility.await("nothing is left of it").atMost(CaseSuite.PATIENCE).until(() -> files("incoming")
                .isEmpty());
        assertNothingIsLeft(of);
        byte[] whole = EvidenceClient.document();
        assertThat(of.merchant()
                        .send(of.caseId, "a.pdf", "", EvidenceClient.PDF, "broken-" + of.caseId, whole)
                        .status())
                .as("the same key again, and whole")
                .isEqualTo(201);
    }

    @Test
    void whoever_waits_to_be_told_learns_of_a_refusal_before_he_sends() throws Exception {
        EvidenceSuite of = EvidenceSuite.aCase();
        String token = SUITE.infrastructure.issuer().staff("adv-2", "advocate");
        String head = "POST /v1/cases/" + of.caseId + "/evidence?fileName=a.pdf HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + token + "\r\nIdempotency-Key: waits-" + of.caseId
                + "\r\nContent-Type: application/pdf\r\nContent-Length: 90000\r\nExpect: 100-continue\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", SUITE.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 403");
        }
    }

    private static void assertNothingIsLeft(EvidenceSuite of) {
        assertThat(ids(of.integrity().list(of.caseId))).isEmpty();
        assertThat(files("incoming")).isEmpty();
    }
}
