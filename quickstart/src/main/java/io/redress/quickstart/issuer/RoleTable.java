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

/** The roles and the kinds of ownership that exist, from the contracts' one table. */
public final class RoleTable {

    /** Of the merchant's side, but whose: that is for the merchant to say, by a mandate. */
    private static final String AGENCY = "agency";

    private final Set<String> known;
    private final Set<String> merchantSide;

    private final Set<String> ownership;

    private RoleTable(Set<String> known, Set<String> merchantSide, Set<String> ownership) {
        this.known = Set.copyOf(known);
        this.merchantSide = Set.copyOf(merchantSide);
        this.ownership = Set.copyOf(ownership);
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
            Set<String> ownership = new HashSet<>();
            ((Map<?, ?>) table.get("ownership")).keySet().forEach(kind -> ownership.add(kind.toString()));
            return new RoleTable(known, merchantSide, ownership);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean knows(String role) {
        return known.contains(role);
    }

    /** Whose a resource can be. */
    public Set<String> ownership() {
        return ownership;
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
            if (merchantSide.contains(role)
                    && !role.equals(AGENCY)
                    && request.merchantId().isEmpty()) {
                throw new IllegalArgumentException("role " + role + " needs a merchant");
            }
        }
    }
}
