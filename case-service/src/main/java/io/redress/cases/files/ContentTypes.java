package io.redress.cases.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Which type a content is of, by its first bytes; and whether that type is taken. The name only tells apart what begins
 * alike: office documents, and kinds of plain text. Nothing is unpacked.
 */
public final class ContentTypes {

    /** What is taken unless said otherwise: documents, pictures, plain text, mails, recordings. Nothing that runs. */
    public static final Set<String> USUAL = Set.of(
            "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "text/plain",
            "text/csv",
            "message/rfc822",
            "audio/mpeg",
            "video/mp4");

    private static final MediaType OFFICE = MediaType.application("x-tika-ooxml");

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
        boolean nameTells = alone.equals(OFFICE) || alone.equals(MediaType.TEXT_PLAIN);
        return nameTells && registry.isSpecializationOf(withName, alone) ? withName : alone;
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
                || (type.equals(MediaType.TEXT_PLAIN)
                        && taken.contains(known.toString())
                        && registry.isSpecializationOf(known, type));
    }
}
