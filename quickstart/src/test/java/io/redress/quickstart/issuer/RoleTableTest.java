package io.redress.quickstart.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.quickstart.suite.ServiceName;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class RoleTableTest {

    private final RoleTable table = RoleTable.load();

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void every_scope_and_every_owner_of_a_contract_stands_in_the_table(ServiceName service) throws Exception {
        try (InputStream in = RoleTableTest.class.getResourceAsStream("/openapi/" + service.service() + ".yaml")) {
            Map<String, Object> contract = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            ((Map<?, ?>) contract.get("paths")).forEach((path, item) -> ((Map<?, ?>) item).forEach((method, node) -> {
                if (node instanceof Map<?, ?> operation && operation.containsKey("operationId")) {
                    String name = service.service() + " " + operation.get("operationId");
                    assertThat(operation.get("x-scope")).as(name).isInstanceOf(List.class);
                    for (Object role : (List<?>) operation.get("x-scope")) {
                        assertThat(table.knows(role.toString()) || role.equals("public"))
                                .as(name + " names role " + role)
                                .isTrue();
                    }
                    Object owner = operation.get("x-owner");
                    assertThat(owner == null || table.ownership().contains(owner.toString()))
                            .as(name + " has owner " + owner)
                            .isTrue();
                }
            }));
        }
    }
}
