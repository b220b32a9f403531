package io.redress.gateway.access;

import io.redress.gateway.Upstream;
import io.redress.kit.http.OperationAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Who may call which operation, from {@code x-scope} of all contracts, the gateway's own included. */
final class ScopeTable {

    /** The gateway's own contract on the class path. */
    static final String OWN_CONTRACT = "openapi/gateway.yaml";

    private final Map<String, OperationAccess> operations;

    private ScopeTable(Map<String, OperationAccess> operations) {
        this.operations = Map.copyOf(operations);
    }

    /** @throws IllegalStateException if a contract is not on the class path, or two have the same operation */
    static ScopeTable fromClassPath() {
        List<String> contracts = Stream.concat(
                        Stream.of("/" + OWN_CONTRACT),
                        Stream.of(Upstream.values()).map(Upstream::contract))
                .toList();
        return from(contracts, ScopeTable.class::getResourceAsStream);
    }

    static ScopeTable from(List<String> contracts, Function<String, InputStream> open) {
        Map<String, OperationAccess> operations = new HashMap<>();
        for (String contract : contracts) {
            try (InputStream in = open.apply(contract)) {
                if (in == null) {
                    throw new IllegalStateException("no contract " + contract);
                }
                Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                ((Map<?, ?>) document.get("paths"))
                        .forEach((template, path) -> ((Map<?, ?>) path).forEach((method, operation) -> {
                            String name = name(method.toString(), template.toString());
                            access(operation).ifPresent(access -> {
                                if (operations.put(name, access) != null) {
                                    throw new IllegalStateException(name + " is in two contracts");
                                }
                            });
                        }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ScopeTable(operations);
    }

    /** Empty for what no contract has, and for an operation that does not say who may call it: nobody may. */
    Optional<OperationAccess> find(String method, String template) {
        return Optional.ofNullable(operations.get(name(method, template)));
    }

    private static Optional<OperationAccess> access(Object operation) {
        if (!(operation instanceof Map<?, ?> members) || !(members.get("x-scope") instanceof List<?> scope)) {
            return Optional.empty();
        }
        Set<String> roles = new HashSet<>();
        scope.forEach(role -> roles.add(role.toString()));
        boolean open = roles.remove("public");
        return Optional.of(new OperationAccess(roles, open, !"none".equals(members.get("x-owner"))));
    }

    private static String name(String method, String template) {
        return method.toUpperCase(Locale.ROOT) + " " + template;
    }
}
