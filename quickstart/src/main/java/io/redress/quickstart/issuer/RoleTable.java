package io.redress.quickstart.issuer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The roles that exist, from the contracts' one table. */
public final class RoleTable {

    private final Set<String> known;
    private final Set<String> merchantSide;

    private RoleTable(Set<String> known, Set<String> merchantSide) {
        this.known = known;
        this.merchantSide = merchantSide;
    }

    public static RoleTable load() {
        try (InputStream in = RoleTable.class.getResourceAsStream("/roles.yaml")) {
            if (in == null) {
                throw new IllegalStateException("roles.yaml is not on the class path");
            }
            Map<String, Object> table = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            Set<String> known = new HashSet<>();
            Set<String> merchantSide = new HashSet<>();
            ((Map<?, ?>) table.get("roles")).forEach((role, row) -> {
                known.add(role.toString());
                if ("MERCHANT".equals(((Map<?, ?>) row).get("side"))) {
                    merchantSide.add(role.toString());
                }
            });
            return new RoleTable(known, merchantSide);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean merchantSide(String role) {
        return merchantSide.contains(role);
    }

    void check(TokenRequest request) {
        if (request.subject().isBlank()) {
            throw new IllegalArgumentException("a token needs a subject");
        }
        for (String role : request.roles()) {
            if (!known.contains(role)) {
                throw new IllegalArgumentException("there is no role " + role);
            }
            if (merchantSide.contains(role) && request.merchantId().isEmpty()) {
                throw new IllegalArgumentException("role " + role + " needs a merchant");
            }
        }
    }
}
