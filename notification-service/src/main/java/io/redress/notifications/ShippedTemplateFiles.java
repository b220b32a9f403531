package io.redress.notifications;

import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NoticePolicy;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.template.ShippedTemplates.Sample;
import io.redress.notifications.domain.template.TemplateText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Reads the words that come in the service's own jar, {@code messages/v1/<language>.properties}. */
final class ShippedTemplateFiles {
    private ShippedTemplateFiles() {}

    /** One sample for each type and each of its addressees; fails when one of them is missing. */
    static List<Sample> read() {
        Properties zh = file(Language.ZH);
        Properties en = file(Language.EN);
        List<Sample> samples = new ArrayList<>();
        for (NoticeType type : NoticeType.values()) {
            for (Addressee addressee : NoticePolicy.possible(type)) {
                String key = type.wireName() + "." + addressee.name().toLowerCase(Locale.ROOT);
                samples.add(new Sample(type, addressee, text(zh, key), text(en, key)));
            }
        }
        return samples;
    }

    private static TemplateText text(Properties file, String key) {
        return new TemplateText(file.getProperty(key + ".title"), file.getProperty(key + ".body"));
    }

    private static Properties file(Language language) {
        String resource = "/messages/v1/" + language.tag() + ".properties";
        try (InputStream stream = ShippedTemplateFiles.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("messages " + resource, e);
        }
    }
}
