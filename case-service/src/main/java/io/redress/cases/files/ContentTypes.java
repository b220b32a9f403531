package io.redress.cases.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Which type a content is of, by its first bytes; and whether that type is taken. The name only tells apart what begins
 * alike: office documents, recordings, and kinds of plain text. Of archives the list of their entries is read, and nothing is
 * unpacked.
 */
public final class ContentTypes {

    private static final String DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What is taken unless said otherwise: documents, pictures, plain text, mails, recordings. Nothing that runs. */
    public static final Set<String> USUAL = Set.of(
            "application/pdf",
            DOCUMENT,
            SHEET,
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/heic",
            "image/heif",
            "text/plain",
            "text/csv",
            "message/rfc822",
            "audio/mpeg",
            "audio/mp4",
            "video/mp4",
            "video/quicktime");

    /** What their first bytes tell apart no further. */
    private static final Set<MediaType> BEGIN_ALIKE =
            Set.of(MediaType.application("x-tika-ooxml"), MediaType.video("quicktime"), MediaType.TEXT_PLAIN);

    /** The part without which it is no such office document. */
    private static final Map<String, String> MAIN_PARTS =
            Map.of(DOCUMENT, "word/document.xml", SHEET, "xl/workbook.xml");

    private static final MediaType OLD_SHEET = MediaType.application("vnd.ms-excel");
    private static final MediaType TABLE = MediaType.text("csv");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();
    private final Set<String> taken;

    public ContentTypes(Set<String> taken) {
        this.taken = Set.copyOf(taken);
    }

    /** Empty if the content's type is not taken, or contradicts what was declared. Blocks. */
    Optional<String> of(Path path, String fileName, Optional<String> declared) throws IOException {
        MediaType type = sniffed(path, fileName);
        return Optional.of(type.toString())
                .filter(taken::contains)
                .filter(name -> declared.map(said -> agrees(said, type)).orElse(true));
    }

    private MediaType sniffed(Path path, String fileName) throws IOException {
        MediaType alone = detect(path, new Metadata());
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        MediaType withName = detect(path, named);
        boolean nameTells = BEGIN_ALIKE.contains(alone) && registry.isSpecializationOf(withName, alone);
        return nameTells || office(alone, withName, path) || chinese(alone, withName, path) ? withName : alone;
    }

    /** Not every program puts the part first by which office documents are known. */
    private static boolean office(MediaType alone, MediaType withName, Path path) throws IOException {
        String mainPart = MAIN_PARTS.get(withName.toString());
        if (mainPart == null || !alone.equals(MediaType.APPLICATION_ZIP)) {
            return false;
        }
        try (ZipFile parts = new ZipFile(path.toFile())) {
            return parts.getEntry("[Content_Types].xml") != null && parts.getEntry(mainPart) != null;
        } catch (ZipException e) {
            return false;
        }
    }

    /** Tables and notes in the encoding that programs in China write. */
    private boolean chinese(MediaType alone, MediaType withName, Path path) throws IOException {
        boolean namedText =
                withName.equals(MediaType.TEXT_PLAIN) || registry.isSpecializationOf(withName, MediaType.TEXT_PLAIN);
        return alone.equals(MediaType.OCTET_STREAM) && namedText && ChineseText.is(path);
    }

    private MediaType detect(Path path, Metadata metadata) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(path))) {
            return types.detect(content, metadata).getBaseType();
        }
    }

    private boolean agrees(String declared, MediaType type) {
        MediaType said = MediaType.parse(declared);
        if (said == null) {
            return false;
        }
        MediaType known = registry.normalize(said.getBaseType());
        return known.equals(MediaType.OCTET_STREAM)
                || known.equals(type)
                || registry.isSpecializationOf(type, known)
                || (known.equals(OLD_SHEET) && type.equals(TABLE)) // as Windows calls it
                || (type.equals(MediaType.TEXT_PLAIN)
                        && taken.contains(known.toString())
                        && registry.isSpecializationOf(known, type));
    }
}
