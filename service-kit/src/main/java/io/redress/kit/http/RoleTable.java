package io.redress.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.kit.command.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** The roles that exist and those of the merchant's side, from the contracts' one table, {@code roles.yaml}. */
public final class RoleTable {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Set<String> known;
    private final Set<String> merchantSide;

    private RoleTable(Set<String> known, Set<String> merchantSide) {
        this.known = Set.copyOf(known);
        this.merchantSide = Set.copyOf(merchantSide);
    }

    /** @throws IllegalStateException if the table is not on the class path */
    public static RoleTable fromClassPath() {
        try (InputStream in = RoleTable.class.getResourceAsStream("/roles.yaml")) {
            if (in == null) {
                throw new IllegalStateException("roles.yaml is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RoleTable read(InputStream table) throws IOException {
        JsonNode roles = YAML.readTree(table).path("roles");
        Set<String> known = new HashSet<>();
        Set<String> merchantSide = new HashSet<>();
        roles.properties().forEach(role -> {
            known.add(role.getKey());
            if ("MERCHANT".equals(role.getValue().path("side").asText())) {
                merchantSide.add(role.getKey());
            }
        });
        return new RoleTable(known, merchantSide);
    }

    boolean knowsAny(Caller caller) {
        return caller.roles().stream().anyMatch(known::contains);
    }

    boolean ofMerchantSide(Caller caller) {
        return caller.roles().stream().anyMatch(merchantSide::contains);
    }
}
