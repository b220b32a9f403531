package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.oracles.Bounds.Sample;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final double MEBIBYTE = 1024 * 1024;

    @Test
    void of_a_page_the_figures_that_are_bounded_are_read() {
        String page = """
                # HELP jvm_memory_used_bytes The amount of used memory
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 3.0E7
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 7.0E7
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 1.0E8
                redress_requests_under_way 2.0
                redress_connections 4.0
                redress_connections_refused_total 9.0
                redress_streams 1.0
                redress_pool_waiting{pool="app"} 3.0
                redress_outbox_oldest_seconds 0.5
                """;

        assertThat(Bounds.read(page))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "heap", 1.0E8,
                        "redress_requests_under_way", 2.0,
                        "redress_connections", 4.0,
                        "redress_streams", 1.0,
                        "redress_pool_waiting{pool=\"app\"}", 3.0,
                        "redress_outbox_oldest_seconds", 0.5));
    }

    @Test
    void what_grew_and_did_not_come_back_is_found() {
        Sample before = new Sample(Map.of(
                "http://a heap", 100 * MEBIBYTE,
                "http://a open descriptors", 300.0,
                "http://a redress_connections", 4.0,
                "http://a redress_requests_under_way", 0.0));
        Sample now = new Sample(Map.of(
                "http://a heap", 183 * MEBIBYTE,
                "http://a open descriptors", 557.0,
                "http://a redress_connections", 69.0,
                "http://a redress_requests_under_way", 1.0));

        assertThat(Bounds.compare(before, now))
                .containsExactly(
                        "http://a heap was 1.048576E8, is 1.91889408E8, more than 1.90840832E8",
                        "http://a open descriptors was 300.0, is 557.0, more than 556.0",
                        "http://a redress_connections was 4.0, is 69.0, more than 68.0",
                        "http://a redress_requests_under_way is 1.0 at rest");
    }

    @Test
    void what_came_back_and_what_nobody_knew_before_is_no_violation() {
        Sample before = new Sample(Map.of("http://a heap", 100 * MEBIBYTE, "http://a redress_connections", 4.0));
        Sample now = new Sample(
                Map.of("http://a heap", 182 * MEBIBYTE, "http://a redress_connections", 68.0, "http://b heap", 1.0E12));

        assertThat(Bounds.compare(before, now)).isEmpty();
    }
}
