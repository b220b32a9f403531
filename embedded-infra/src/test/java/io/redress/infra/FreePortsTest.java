package io.redress.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void gives_no_port_twice_and_none_that_an_outgoing_connection_could_take() {
        assertThat(IntStream.range(0, 100).map(each -> FreePorts.next()).boxed().collect(Collectors.toList()))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 20_000 && port < 32_768);
    }

    @Test
    void passes_over_a_port_that_somebody_listens_on() throws IOException {
        try (ServerSocket taken = new ServerSocket(FreePorts.next() + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.next()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void leaves_a_wanted_port_as_it_is() {
        assertThat(FreePorts.orFree(8080)).isEqualTo(8080);
    }
}
