package io.redress.e2e.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The contracts' one table of roles.
 *
 * @param merchantSide bound to one merchant
 * @param others staff and machines
 * @param ownership the kinds of ownership that there are
 */
record Roles(Set<String> merchantSide, Set<String> others, Set<String> ownership) {

    static Roles fromClassPath() {
        try (InputStream in = Roles.class.getResourceAsStream("/roles.yaml")) {
            Map<String, Map<String, Object>> table = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            Set<String> merchantSide = new LinkedHashSet<>();
            Set<String> others = new LinkedHashSet<>();
            table.get("roles").forEach((name, row) -> {
                boolean bound = "MERCHANT".equals(((Map<?, ?>) row).get("side"));
                (bound ? merchantSide : others).add(name);
            });
            return new Roles(merchantSide, others, table.get("ownership").keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
