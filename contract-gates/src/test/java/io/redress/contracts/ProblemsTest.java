package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** problems.md describes every code that a caller can meet, with its status. Read from the sources of the services. */
class ProblemsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path GENERIC =
            PROJECT.resolve("service-kit/src/main/java/io/redress/kit/http/ProblemType.java");
    private static final Pattern REFUSALS =
            Pattern.compile("enum \\w+ implements RefusalCode \\{(.*?);", Pattern.DOTALL);
    private static final Pattern REFUSAL =
            Pattern.compile("^ +([A-Z][A-Z0-9_]+)\\((?:RefusalKind\\.)?(\\w+)", Pattern.MULTILINE);
    private static final Pattern TYPES = Pattern.compile("enum ProblemType \\{(.*?);", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9-]+)` \\| (\\d{3}) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Map<String, String> STATUS =
            Map.of("RULE", "422", "STATE", "409", "FORBIDDEN", "403", "NOT_FOUND", "404");

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "penalty-service", "case-service", "refund-service", "notification-service"})
    void every_refusal_of_a_service_is_described(String service) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Path source : sources(PROJECT.resolve(service).resolve("src/main/java"))) {
            codes.putAll(codes(REFUSALS, Contracts.text(source)));
        }

        assertThat(codes).isNotEmpty();
        assertThat(described(service)).isEqualTo(codes);
    }

    @Test
    void every_failure_that_all_services_share_is_described() {
        Map<String, String> codes = codes(TYPES, Contracts.text(GENERIC));

        assertThat(codes).hasSizeGreaterThan(10);
        assertThat(described("Every service")).isEqualTo(codes);
    }

    @Test
    void every_refusal_about_a_dead_letter_is_described() {
        Path source = PROJECT.resolve("service-kit/src/main/java/io/redress/kit/ops/DeadLetterRefusal.java");
        Map<String, String> codes = codes(REFUSALS, Contracts.text(source));

        assertThat(codes).isNotEmpty();
        assertThat(described("Dead letters")).isEqualTo(codes);
    }

    @Test
    void every_code_has_a_title_for_readers_of_chinese() throws IOException {
        Properties titles = new Properties();
        titles.load(new StringReader(Contracts.text(Contracts.CURRENT.resolve("problem-titles_zh.properties"))));
        Set<String> codes = ROW.matcher(Contracts.text(Contracts.CURRENT.resolve("problems.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());

        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(titles.stringPropertyNames()).containsAll(codes);
        assertThat(titles.values()).allMatch(title -> title.toString().matches(".*\\p{IsHan}.*"));
    }

    @Test
    void refusals_are_found_in_sources() {
        String source = """
                public enum SampleRefusal implements RefusalCode {
                    /** Why. */
                    OWN_CAUSE(RefusalKind.FORBIDDEN),
                    TOO_LATE(RefusalKind.RULE);

                    OTHER(RefusalKind.STATE) }
                """;

        assertThat(codes(REFUSALS, source)).isEqualTo(Map.of("own-cause", "403", "too-late", "422"));
    }

    private static Map<String, String> described(String heading) {
        String document = Contracts.text(Contracts.CURRENT.resolve("problems.md"));
        List<String> sections = Stream.of(document.split("(?m)^## "))
                .filter(section -> section.startsWith(heading + "\n"))
                .toList();
        assertThat(sections).as("sections of %s", heading).hasSize(1);

        Map<String, String> rows = new LinkedHashMap<>();
        for (MatchResult row : ROW.matcher(sections.get(0)).results().toList()) {
            assertThat(rows.put(row.group(1), row.group(2)))
                    .as("%s is described once", row.group(1))
                    .isNull();
        }
        return rows;
    }

    private static Map<String, String> codes(Pattern list, String source) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (MatchResult constants :
                list.matcher(withoutComments(source)).results().toList()) {
            for (MatchResult constant :
                    REFUSAL.matcher(constants.group(1)).results().toList()) {
                codes.put(
                        constant.group(1).toLowerCase(Locale.ROOT).replace('_', '-'),
                        STATUS.getOrDefault(constant.group(2), constant.group(2)));
            }
        }
        return codes;
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
