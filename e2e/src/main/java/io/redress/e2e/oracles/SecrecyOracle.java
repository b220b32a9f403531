package io.redress.e2e.oracles;

import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.http.HttpJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I8, in what leaves a service: no sealed term and no secret in any record of any topic, any metric or any line of a
 * log. It names the secret, never repeats it.
 */
public final class SecrecyOracle implements Oracle {

    private static final Duration ONE_PAGE = Duration.ofSeconds(30);

    private final SuiteAddress suite;
    private final TopicScan scan;
    private final Secrets secrets;

    /** @param planted what must appear nowhere, by a name to speak of it; the suite's own passwords are added */
    public SecrecyOracle(SuiteAddress suite, TopicScan scan, Map<String, String> planted) {
        this.suite = suite;
        this.scan = scan;
        this.secrets = new Secrets(suite, planted);
    }

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public String guarantees() {
        return "no sealed term and no secret in a topic, a metric or a log";
    }

    @Override
    public List<Violation> check() {
        Set<String> found = new LinkedHashSet<>();
        topics(scan.topics(), found);
        metrics(found);
        logs(found);
        return found.stream().map(what -> new Violation(id(), what)).toList();
    }

    private void topics(Collection<String> topics, Set<String> found) {
        for (String topic : topics) {
            scan.each(
                    topic,
                    record -> told(
                            record.key() + " " + record.value(),
                            topic + "-" + record.partition() + "@" + record.offset(),
                            found));
        }
    }

    private void metrics(Set<String> found) {
        suite.management()
                .values()
                .forEach(instances -> instances.forEach(origin -> told(
                        new HttpJson(origin, ONE_PAGE)
                                .get("/metrics", Map.of())
                                .body()
                                .asText(),
                        origin + "/metrics",
                        found)));
    }

    private void logs(Set<String> found) {
        for (Path log : logFiles()) {
            // Bytes that are no text must not hide the rest.
            try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                lines.map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                        .forEach(line -> told(line, log.getFileName().toString(), found));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> logFiles() {
        if (!Files.isDirectory(suite.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(suite.logs())) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes every secret that a text tells, with the place where it stands. */
    private void told(String text, String place, Set<String> found) {
        secrets.in(text).forEach(name -> found.add(name + " stands in " + place));
    }
}
