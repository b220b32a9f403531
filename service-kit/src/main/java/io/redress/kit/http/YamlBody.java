package io.redress.kit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A YAML body (RFC 9512) as the JSON that means the same: one document, of mappings with plain keys, sequences and scalars,
 * by the JSON schema of YAML 1.2, so that dates and words like {@code no} are texts. What JSON has no place for is refused
 * with its line: anchors and aliases, which is what bombs are made of, tags, a key twice. The document is read once,
 * event by event; time and memory go with its length.
 */
final class YamlBody {

    static final String MEDIA_TYPE = "application/yaml";

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,3})?");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** An open mapping or sequence. */
    private static final class Level {
        private final boolean mapping;
        private boolean keyNext = true;

        private Level(boolean mapping) {
            this.mapping = mapping;
        }
    }

    private final JsonGenerator json;
    private final Deque<Level> open = new ArrayDeque<>();
    private int documents;

    private YamlBody(JsonGenerator json) {
        this.json = json;
    }

    static boolean isYaml(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(MEDIA_TYPE);
    }

    /** @throws ProblemException {@code validation-failed}, with the line, if it is no such document */
    static byte[] json(byte[] yaml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(yaml.length);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            YamlBody body = new YamlBody(generator);
            for (Event event : new Yaml(new LoaderOptions())
                    .parse(new InputStreamReader(
                            new ByteArrayInputStream(yaml), StandardCharsets.UTF_8.newDecoder()))) {
                body.take(event);
            }
            if (body.documents == 0) {
                throw invalid(Optional.empty(), "no document");
            }
        } catch (MarkedYAMLException e) {
            throw invalid(Optional.ofNullable(e.getProblemMark()), "no well-formed YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw invalid(Optional.empty(), "no well-formed YAML");
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private void take(Event event) throws IOException {
        switch (event.getEventId()) {
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
            case DocumentStart -> {
                documents++;
                if (documents > 1) {
                    throw refused(event, "a second document");
                }
            }
            case Alias -> throw refused(event, "an alias");
            case Scalar -> scalar((ScalarEvent) event);
            case MappingStart -> start((CollectionStartEvent) event, true);
            case SequenceStart -> start((CollectionStartEvent) event, false);
            case MappingEnd -> {
                json.writeEndObject();
                open.pop();
            }
            case SequenceEnd -> {
                json.writeEndArray();
                open.pop();
            }
        }
    }

    private void start(CollectionStartEvent event, boolean mapping) throws IOException {
        plain(event, event.getAnchor(), event.getTag());
        if (isKey()) {
            throw refused(event, "a key that is no text");
        }
        if (open.size() == BodyDepth.MAX) {
            throw refused(event, "nested deeper than " + BodyDepth.MAX + " levels");
        }
        open.push(new Level(mapping));
        if (mapping) {
            json.writeStartObject();
        } else {
            json.writeStartArray();
        }
    }

    private void scalar(ScalarEvent event) throws IOException {
        plain(event, event.getAnchor(), event.getTag());
        String text = event.getValue();
        if (isKey()) {
            try {
                json.writeFieldName(text);
            } catch (JsonGenerationException e) {
                throw refused(event, "the key " + text + " a second time");
            }
        } else if (!event.isPlain()) {
            json.writeString(text);
        } else if (NUMBER.matcher(text).matches()) {
            json.writeNumber(text);
        } else {
            switch (text) {
                case "true" -> json.writeBoolean(true);
                case "false" -> json.writeBoolean(false);
                case "null", "~", "" -> json.writeNull();
                default -> json.writeString(text);
            }
        }
    }

    /** Whether what comes is a key; the next one in the mapping is then a value, and so on. */
    private boolean isKey() {
        Level level = open.peek();
        if (level == null || !level.mapping) {
            return false;
        }
        boolean key = level.keyNext;
        level.keyNext = !key;
        return key;
    }

    private static void plain(Event event, String anchor, String tag) {
        if (anchor != null) {
            throw refused(event, "an anchor");
        }
        if (tag != null) {
            throw refused(event, "a tag");
        }
    }

    private static ProblemException refused(Event event, String what) {
        return invalid(Optional.ofNullable(event.getStartMark()), what);
    }

    private static ProblemException invalid(Optional<Mark> mark, String what) {
        String place = mark.map(at -> "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1) + ": ")
                .orElse("");
        return new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "the body is not YAML that can be read here",
                List.of(new Problem.Violation("", place + what)));
    }
}
