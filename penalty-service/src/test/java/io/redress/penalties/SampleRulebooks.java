package io.redress.penalties;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.Yaml;

/** The shipped sample rulebooks as the JSON that registers them: the structure of the YAML one to one. */
public final class SampleRulebooks {

    private SampleRulebooks() {}

    public static JsonObject json(int version) {
        try (InputStream yaml = SampleRulebooks.class.getResourceAsStream("/sample/rulebook-" + version + ".yaml")) {
            Object document = new Yaml().load(yaml);
            return new JsonObject(new ObjectMapper().writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not to be written as JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
