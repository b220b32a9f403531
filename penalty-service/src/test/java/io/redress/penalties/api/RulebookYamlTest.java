package io.redress.penalties.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.domain.rulebook.RulebookForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class RulebookYamlTest {

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void the_sample_read_written_and_read_again_means_the_same_and_is_written_the_same(int version)
            throws JsonProcessingException {
        RulebookForm sample =
                RulebookDocument.read(SampleRulebooks.json(version).encode());

        String exported = RulebookYaml.text(sample);
        RulebookForm again = RulebookDocument.read(new ObjectMapper().writeValueAsString(new Yaml().load(exported)));

        assertThat(again).isEqualTo(sample);
        assertThat(RulebookYaml.text(again)).isEqualTo(exported);
        assertThat(exported)
                .startsWith("version: " + version + "\npublishedAt: \"201")
                .contains("zh: \"延迟发货\"")
                .doesNotContain("null");
    }
}
