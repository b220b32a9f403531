package io.redress.gateway.docs;

import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Contracts as trees of maps, lists, texts, numbers and truth values. A time stays the text that the contract wrote. */
final class ContractYaml {

    private static final int WIDTH = 120;

    private ContractYaml() {}

    static Map<String, Object> parse(String text) {
        LoaderOptions loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new JsonValuesOnly())
                .load(text);
    }

    /** Quotes what a reader could take for a time or a number. */
    static String write(Map<String, Object> document) {
        DumperOptions dumping = new DumperOptions();
        dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        dumping.setWidth(WIDTH);
        dumping.setSplitLines(false);
        // what several places share is written out at each: a contract has references of its own
        dumping.setDereferenceAliases(true);
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(dumping), dumping).dump(document);
    }

    /** YAML's values that JSON has too: a plain {@code no} or {@code 2018-01-01} is a text. */
    private static final class JsonValuesOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
            addImplicitResolver(
                    Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?"), "-0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("null|~|"), "n~\0");
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
        }
    }
}
