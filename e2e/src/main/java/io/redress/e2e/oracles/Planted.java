package io.redress.e2e.oracles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Texts that lie in a suite and must appear nowhere outside, by names to speak of them. */
public final class Planted {

    private Planted() {}

    /** The sealed terms of the sample data, in both languages. */
    public static Map<String, String> sampleTerms() {
        Map<String, String> terms = new LinkedHashMap<>();
        try (InputStream in = Planted.class.getResourceAsStream("/sample/sealed-terms.yaml")) {
            Map<?, ?> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            int number = 0;
            for (Object entry : (List<?>) document.get("sealedTerms")) {
                number++;
                for (Map.Entry<?, ?> term : ((Map<?, ?>) entry).entrySet()) {
                    terms.put("sealed term " + number + " " + term.getKey(), String.valueOf(term.getValue()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
