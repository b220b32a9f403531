package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTypeTest {

    private static final List<String> OFFERED = List.of("application/json", "application/pdf");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            application/json                                                | application/json
            application/pdf                                                 | application/pdf
            APPLICATION/PDF                                                 | application/pdf
            */*                                                             | application/json
            application/*                                                   | application/json
            text/html, application/xml;q=0.9, */*;q=0.8                     | application/json
            application/json;q=0.5, application/pdf                         | application/pdf
            application/json;q=0.5, application/pdf;q=0.6                   | application/pdf
            application/pdf;q=0.5, */*;q=0.5                                | application/json
            */*, application/json;q=0                                       | application/pdf
            application/pdf; version=2 ; q=1.000                            | application/pdf
            , ,                                                             | application/json
            """)
    void what_the_caller_would_rather_have_is_picked(String accept, String picked) {
        assertThat(AcceptedType.of(List.of(accept), OFFERED)).contains(picked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html",
                "application/pdf;q=0",
                "application/pdf;q=0.0, text/*",
                "*/*;q=0",
                "application/pdfx",
                "application",
                "application/pdf;q=-1",
                "application/pdf;q=NaN",
                "garbage;;;=,/"
            })
    void a_caller_who_takes_none_of_them_gets_none(String accept) {
        assertThat(AcceptedType.of(List.of(accept), OFFERED)).isEmpty();
    }

    @Test
    void without_the_header_it_is_the_first_and_several_headers_are_one() {
        assertThat(AcceptedType.of(List.of(), OFFERED)).contains("application/json");
        assertThat(AcceptedType.of(List.of("text/html", "application/pdf"), OFFERED))
                .isEqualTo(Optional.of("application/pdf"));
    }
}
