package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping file that is wrong keeps the service from starting, and says where. */
class MappingFileTest {

    private static final String GOOD = """
            platform: { contentTypes: [CONTENT_TYPE_PRODUCT], accountType: ACCOUNT_TYPE_BUSINESS, sourceType: SOURCE_VOLUNTARY, termsUrl: 'https://rules.example' }
            acts:
              - { category: STATEMENT_CATEGORY_OTHER_VIOLATION_TC, illegal: false }
            measures:
              - { kind: SHOP_HIDDEN, visibility: DECISION_VISIBILITY_CONTENT_DISABLED }
            """;

    @TempDir
    Path directory;

    @Test
    void a_file_of_the_operators_replaces_the_sample() throws IOException {
        var mapping = MappingFile.read(Optional.of(file(GOOD)), TransparencySamples.SCHEMA);

        assertThat(mapping.platform().termsUrl()).contains("https://rules.example");
        assertThat(mapping.acts()).hasSize(1);
        assertThat(mapping.acts().get(0).illegal()).contains(false);
        assertThat(mapping.territories()).isEmpty();
    }

    @Test
    void a_misspelt_member_is_named_with_its_place() throws IOException {
        Path misspelt = file(GOOD.replace("visibility:", "visiblity:"));

        assertThatThrownBy(() -> MappingFile.read(Optional.of(misspelt), TransparencySamples.SCHEMA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("measures[0] has a member visiblity, which means nothing");
    }

    @Test
    void what_is_wrong_with_the_export_is_reported_with_all_other_problems() throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("REDRESS_TRANSPARENCY_URL", "ftp://database.example");
        environment.put("REDRESS_TRANSPARENCY_RATE", "0");
        environment.put(
                "REDRESS_TRANSPARENCY_MAPPING",
                file(GOOD.replace("CONTENT_TYPE_PRODUCT", "CONTENT_TYPE_SHOP")).toString());
        Env env = new Env(environment);
        TransparencySettings.from(env);

        assertThatThrownBy(env::check)
                .isInstanceOfSatisfying(ConfigProblems.class, thrown -> assertThat(thrown.problems())
                        .containsExactly(
                                "REDRESS_TRANSPARENCY_MAPPING: content_type: the format has no CONTENT_TYPE_SHOP",
                                "REDRESS_TRANSPARENCY_RATE must be from 1 to 50, not 0",
                                "REDRESS_TRANSPARENCY_URL must be an http or https URL, not 'ftp://database.example'",
                                "REDRESS_TRANSPARENCY_TOKEN is missing"));
    }

    @Test
    void without_url_and_token_nothing_is_sent_and_with_both_it_is() {
        TransparencySettings off = TransparencySettings.from(new Env(Map.of()));
        TransparencySettings on = TransparencySettings.from(new Env(Map.of(
                "REDRESS_TRANSPARENCY_URL", "https://database.example/api/v1/",
                "REDRESS_TRANSPARENCY_TOKEN", "secret-token")));

        assertThat(off.database()).isEmpty();
        assertThat(on.database().orElseThrow().url()).isEqualTo("https://database.example/api/v1");
        assertThat(on.database().orElseThrow().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(on.toString()).doesNotContain("secret-token");
    }

    @Test
    void in_production_the_token_never_goes_out_in_clear() {
        Env env = new Env(Map.of(
                "REDRESS_ENV", "production",
                "REDRESS_TRANSPARENCY_URL", "http://database.example/api/v1",
                "REDRESS_TRANSPARENCY_TOKEN", "secret-token"));
        TransparencySettings.from(env);

        assertThatThrownBy(env::check)
                .hasMessageContaining("REDRESS_TRANSPARENCY_URL must be https where REDRESS_ENV is production");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("mapping.yaml"), content);
    }
}
