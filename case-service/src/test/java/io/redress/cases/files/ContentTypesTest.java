package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which contents are taken for what: such as merchants have, from the programs and telephones that they use. */
class ContentTypesTest {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String TABLE = "\u8ba2\u5355,\u6570\u91cf\nA-1,\u4e8c\n";

    private final ContentTypes types = new ContentTypes(ContentTypes.USUAL);

    @TempDir
    private Path directory;

    private Optional<String> type(String fileName, byte[] content) throws IOException {
        return type(fileName, content, null);
    }

    private Optional<String> type(String fileName, byte[] content, String declared) throws IOException {
        return types.of(Files.write(directory.resolve("content"), content), fileName, Optional.ofNullable(declared));
    }

    private static byte[] archive(String... entries) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return archive.toByteArray();
    }

    /** The beginning of a recording or picture of this brand. */
    private static byte[] brand(String brand) {
        return ("\0\0\0\u0020ftyp" + brand + "\0\0\2\0isomiso2mp41\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isom", "iso2", "iso5", "avc1", "mp42", "mp41"})
    void a_recording_is_taken_whatever_its_program_calls_it(String brand) throws IOException {
        assertThat(type("unboxing.mp4", brand(brand))).contains("video/mp4");
        assertThat(type("unboxing.MP4", brand(brand), "video/mp4")).contains("video/mp4");
    }

    @Test
    void what_telephones_record_is_taken() throws IOException {
        assertThat(type("IMG_1.HEIC", brand("heic"), "image/heic")).contains("image/heic");
        assertThat(type("IMG_2.MOV", brand("qt  "), "video/quicktime")).contains("video/quicktime");
        assertThat(type("call.m4a", brand("M4A "), "audio/x-m4a")).contains("audio/mp4");
    }

    @Test
    void an_office_document_is_taken_in_whatever_order_its_parts_are() throws IOException {
        assertThat(type("a.xlsx", archive("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")))
                .contains(SHEET);
        assertThat(type("a.xlsx", archive("docProps/app.xml", "xl/workbook.xml", "[Content_Types].xml")))
                .contains(SHEET);
        assertThat(type("a.docx", archive("word/document.xml", "[Content_Types].xml"), DOCUMENT))
                .contains(DOCUMENT);
    }

    @Test
    void an_archive_that_is_only_named_like_one_is_not_taken() throws IOException {
        assertThat(type("a.xlsx", archive("setup.exe", "[Content_Types].xml"))).isEmpty();
        assertThat(type("a.docx", archive("xl/workbook.xml", "docProps/app.xml", "[Content_Types].xml")))
                .isEmpty();
        assertThat(type("a.zip", archive("docProps/app.xml", "xl/workbook.xml", "[Content_Types].xml")))
                .isEmpty();
        byte[] broken = archive("docProps/app.xml", "xl/workbook.xml", "[Content_Types].xml");
        broken[broken.length - 10]++;
        assertThat(type("a.xlsx", Arrays.copyOf(broken, broken.length / 2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "GBK", "GB18030"})
    void a_table_is_taken_in_the_encodings_in_which_tables_are_written(String encoding) throws IOException {
        byte[] table = TABLE.getBytes(Charset.forName(encoding));

        assertThat(type("sales.csv", table, "text/csv")).contains("text/csv");
        assertThat(type("sales.csv", table, "application/vnd.ms-excel")).contains("text/csv");
        assertThat(type("sales.txt", table)).contains("text/plain");
    }

    @Test
    void bytes_that_are_no_text_are_none_for_their_name() throws IOException {
        byte[] noise = new byte[4_096];
        new Random(7).nextBytes(noise);
        byte[] gbk = TABLE.getBytes(Charset.forName("GBK"));
        byte[] cut = Arrays.copyOf(gbk, 1);
        byte[] bell = (TABLE + "\u0007").getBytes(Charset.forName("GBK"));

        assertThat(type("sales.csv", noise)).isEmpty();
        assertThat(type("sales.csv", cut)).isEmpty();
        assertThat(type("sales.csv", bell)).isEmpty();
        assertThat(type("sales.pdf", gbk)).isEmpty();
        assertThat(type("sales.bat", gbk)).isEmpty();
        assertThat(type("sales.html", gbk)).isEmpty();
    }

    @Test
    void what_contradicts_what_was_said_is_not_taken() throws IOException {
        assertThat(type("a.mp4", brand("isom"), "image/png")).isEmpty();
        assertThat(type("a.csv", TABLE.getBytes(StandardCharsets.UTF_8), "application/pdf"))
                .isEmpty();
        assertThat(type("a.pdf", "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), "application/vnd.ms-excel"))
                .isEmpty();
    }
}
