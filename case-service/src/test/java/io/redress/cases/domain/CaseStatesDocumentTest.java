package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the states is the transition table; {@code -Dcase-states.rewrite=true} writes it anew. */
class CaseStatesDocumentTest {

    private static final Path PAGE = Path.of("..", "docs", "case-states.md");

    @Test
    void thePageShowsTheTable() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("case-states.rewrite")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE).hasContent(expected);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # The states of a case

                Generated from the transition table in `CaseTransitions`; a test compares the two. What is not listed is an
                illegal transition.

                ```mermaid
                stateDiagram-v2
                """);
        for (Transition row : CaseTransitions.table()) {
            page.append("    ")
                    .append(row.from().map(Enum::name).orElse("[*]"))
                    .append(" --> ")
                    .append(row.to())
                    .append(" : ")
                    .append(row.command())
                    .append('\n');
        }
        for (CaseStatus status : CaseStatus.values()) {
            if (status.ended()) {
                page.append("    ").append(status).append(" --> [*]\n");
            }
        }
        page.append("""
                ```

                | status | command | operation | next status | guards | clocks |
                |---|---|---|---|---|---|
                """);
        CaseTransitions.table().forEach(row -> page.append(line(row)));
        return page.toString();
    }

    private static String line(Transition row) {
        String guards = row.guards().isEmpty()
                ? "—"
                : row.guards().stream()
                        .map(guard ->
                                guard.condition() + " (`" + guard.refusal().code() + "`)")
                        .collect(Collectors.joining("; "));
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        row.from().map(Enum::name).orElse("—"),
                        row.command(),
                        row.command()
                                .operationId()
                                .map(operation -> "`" + operation + "`")
                                .orElse("follows by itself"),
                        row.to(),
                        guards,
                        row.clock().words())
                .replace(System.lineSeparator(), "\n");
    }
}
