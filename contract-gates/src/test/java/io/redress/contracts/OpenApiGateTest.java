package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;

/**
 * A contract that was promised only grows. openapi-diff knows OpenAPI; {@link OperationGate} what it does not see in
 * documents of 3.1. A change has to pass both.
 */
class OpenApiGateTest {

    static List<Path> promised() {
        return Contracts.apis(Contracts.BASELINE);
    }

    @ParameterizedTest
    @MethodSource("promised")
    void openapi_diff_finds_a_promised_contract_compatible(Path contract) {
        assertThat(OpenApiCompare.fromContents(
                                Contracts.text(Contracts.BASELINE.resolve(contract)),
                                Contracts.text(Contracts.CURRENT.resolve(contract)))
                        .isCompatible())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("promised")
    void no_operation_of_a_promised_contract_breaks_its_callers(Path contract) {
        assertThat(OperationGate.breaks(
                        Contracts.yaml(Contracts.BASELINE.resolve(contract)),
                        Contracts.yaml(Contracts.CURRENT.resolve(contract))))
                .isEmpty();
    }

    @Test
    void every_contract_is_promised() {
        List<Path> current = Contracts.apis(Contracts.CURRENT);

        assertThat(current).hasSizeGreaterThanOrEqualTo(3);
        assertThat(promised())
                .as("additions are promised by running ./refresh-baseline")
                .containsExactlyElementsOf(current);
    }
}
