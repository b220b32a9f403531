package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.app.evidence.EvidenceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Bytes in a directory. */
class DirectoryStoreTest extends EvidenceStoreContract {

    @Override
    EvidenceStore store() {
        return new DirectoryStore(vertx, directory.resolve("content"));
    }

    @Test
    void a_content_is_one_file_of_the_name_of_its_hash() throws IOException {
        Path received = received();

        store().put(received, ABC_SHA256, 3).await();

        assertThat(directory.resolve("content").resolve("ba").resolve(ABC_SHA256))
                .hasContent("abc");
        assertThat(received).doesNotExist();
    }

    @Test
    void a_file_that_a_full_disk_cut_short_is_put_again() throws IOException {
        Path place = directory.resolve("content").resolve("ba").resolve(ABC_SHA256);
        Files.createDirectories(place.getParent());
        Files.writeString(place, "a");

        store().put(received(), ABC_SHA256, 3).await();

        assertThat(place).hasContent("abc");
    }
}
