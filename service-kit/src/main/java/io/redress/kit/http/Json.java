package io.redress.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;

/** Records to JSON and back, the same way in every service: ISO 8601 times, absent members left out. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.USE_DEFAULTS))
            .build();

    private Json() {}

    public static byte[] bytes(Object record) {
        try {
            return MAPPER.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a response record cannot be written as JSON", e);
        }
    }

    public static String text(Object record) {
        return new String(bytes(record), java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * The text of a member of the object, without reading what comes behind it.
     *
     * @throws IllegalStateException if it is no JSON object with such a text
     */
    static String member(byte[] object, String name) {
        try (JsonParser parser = MAPPER.createParser(object)) {
            parser.nextToken();
            for (String found = parser.nextFieldName(); found != null; found = parser.nextFieldName()) {
                String text = parser.nextTextValue();
                if (found.equals(name) && text != null) {
                    return text;
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw new IllegalStateException("not a JSON object", e);
        }
        throw new IllegalStateException("there is no text " + name);
    }

    /** Reads what the contract has already validated; what a record still refuses is the caller's mistake. */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            return MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the body cannot be read",
                    List.of(new Problem.Violation("", "not a value of the expected form")));
        }
    }
}
