package io.redress.penalties.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.kit.http.HttpAnswer;
import io.redress.penalties.domain.rulebook.RulebookForm;
import java.nio.charset.StandardCharsets;

/**
 * Rulebooks as YAML. What is written is canonical: the members in the order of the contract, measures by their kind,
 * times in UTC, no comments; the same rules are the same bytes, and read again they are the same rules.
 */
final class RulebookYaml {

    private static final String MEDIA_TYPE = "text/plain; charset=utf-8";

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private RulebookYaml() {}

    static HttpAnswer answer(RulebookForm form) {
        return HttpAnswer.bytes(MEDIA_TYPE, text(form).getBytes(StandardCharsets.UTF_8));
    }

    static String text(RulebookForm form) {
        try {
            return MAPPER.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rulebook cannot be written as YAML", e);
        }
    }
}
