package io.redress.penalties.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.penalties.TransparencySamples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The format as data. */
class StatementFieldsTest {

    private final FieldRule puid = rule("puid");
    private final FieldRule category = rule("category");

    @Test
    void no_field_comes_twice_and_a_batch_has_at_least_a_statement() {
        assertThat(new StatementSchema(List.of(puid, category), 1).batch()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new StatementSchema(List.of(puid, category), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatementSchema(List.of(puid, category, puid), 1));
    }

    @Test
    void a_field_takes_the_values_that_it_names() {
        StatementSchema schema = new StatementSchema(List.of(puid, category), 1);

        assertThat(schema.rule("category")).contains(category);
        assertThat(schema.rule("territorial_scope")).isEmpty();
        assertThat(schema.takes("category", "STATEMENT_CATEGORY_SCAMS_AND_FRAUD"))
                .isTrue();
        assertThat(schema.takes("category", "FRAUD")).isFalse();
        assertThat(schema.takes("puid", "STATEMENT_CATEGORY_SCAMS_AND_FRAUD")).isFalse();
        assertThat(schema.takes("territorial_scope", "DE")).isFalse();
    }

    private static FieldRule rule(String name) {
        return TransparencySamples.SCHEMA.rule(name).orElseThrow();
    }
}
