package io.redress.penalties.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.TransparencySamples;
import io.redress.penalties.domain.transparency.FieldRule;
import io.redress.penalties.domain.transparency.StatementSchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table has every value of the format, and no other; counted and transcribed apart from it. */
class StatementSchemaTest {

    private static final StatementSchema SCHEMA = TransparencySamples.SCHEMA;

    @Test
    void the_format_has_36_fields_in_batches_of_100() {
        assertThat(SCHEMA.rules()).hasSize(36);
        assertThat(SCHEMA.batch()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "decision_visibility, 7",
        "decision_monetary, 3",
        "decision_provision, 4",
        "decision_account, 2",
        "account_type, 2",
        "decision_ground, 2",
        "incompatible_content_illegal, 2",
        "category, 16",
        "category_addition, 16",
        "category_specification, 69",
        "content_type, 8",
        "content_language, 184",
        "territorial_scope, 30",
        "source_type, 4",
        "automated_detection, 2",
        "automated_decision, 3"
    })
    void each_enum_has_so_many_values_each_once(String field, int values) {
        assertThat(values(field)).hasSize(values).doesNotHaveDuplicates();
    }

    @Test
    void categories_and_keywords_are_those_of_the_documentations_tree_and_the_two_beside_it() {
        List<String> categories = new ArrayList<>();
        List<String> keywords = new ArrayList<>();
        for (String line : StatementRows.text("documented-keywords.txt").split("\n")) {
            List<String> words = List.of(line.split(" "));
            categories.add("STATEMENT_CATEGORY_" + words.get(0));
            words.subList(1, words.size()).forEach(word -> keywords.add("KEYWORD_" + word));
        }
        keywords.addAll(List.of("KEYWORD_STALKING", "KEYWORD_OTHER"));

        assertThat(values("category")).containsExactlyElementsOf(categories);
        assertThat(values("category_specification")).containsExactlyElementsOf(keywords);
    }

    @Test
    void the_codes_and_the_documentation_differ_where_the_table_says() {
        assertThat(SCHEMA.rules())
                .filteredOn(rule -> rule.documented().required()
                        || rule.documented().notBefore().isPresent())
                .extracting(FieldRule::name)
                .containsExactly(
                        "territorial_scope",
                        "end_date_visibility_restriction",
                        "end_date_monetary_restriction",
                        "end_date_service_restriction",
                        "end_date_account_restriction");
    }

    private static List<String> values(String field) {
        return SCHEMA.rule(field).orElseThrow().values();
    }
}
