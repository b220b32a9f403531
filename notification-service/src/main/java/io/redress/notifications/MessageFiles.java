package io.redress.notifications;

import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.MessageCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Reads one version of the wordings from the service's own jar, {@code messages/<version>/<language>.properties}. */
final class MessageFiles {
    private MessageFiles() {}

    static MessageCatalogue read(String version, ZoneId zone) {
        Map<Language, Map<String, String>> wordings = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            wordings.put(language, file("/messages/" + version + "/" + language.tag() + ".properties"));
        }
        return new MessageCatalogue(version, zone, wordings);
    }

    private static Map<String, String> file(String resource) {
        try (InputStream stream = MessageFiles.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("there are no messages " + resource);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            Map<String, String> wordings = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> wordings.put(key, properties.getProperty(key)));
            return wordings;
        } catch (IOException e) {
            throw new UncheckedIOException("messages " + resource, e);
        }
    }
}
