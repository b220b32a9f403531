package io.redress.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.e2e.faults.FaultLinks.Link;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultLinksTest {

    private final FaultLinks links = new FaultLinks();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        links.close();
        server.close();
    }

    @Test
    void each_link_has_a_port_of_its_own_and_keeps_it() {
        int cases = links.port("case-service", "postgres", server.getLocalPort());
        int refunds = links.port("refund-service", "postgres", server.getLocalPort());

        assertThat(cases).isNotEqualTo(refunds).isNotEqualTo(server.getLocalPort());
        assertThat(links.port("case-service", "postgres", server.getLocalPort()))
                .isEqualTo(cases);
        assertThat(links.proxy("case-service", "postgres").port()).isEqualTo(cases);
        assertThat(links.links())
                .containsExactly(new Link("case-service", "postgres"), new Link("refund-service", "postgres"));
    }

    @Test
    void a_fault_is_set_for_the_links_that_were_chosen_and_no_other() throws IOException {
        int cases = links.port("case-service", "postgres", server.getLocalPort());
        int refunds = links.port("refund-service", "postgres", server.getLocalPort());

        links.set(Fault.REFUSE, link -> link.from().equals("case-service"));

        assertThatThrownBy(() -> connect(cases)).isInstanceOf(ConnectException.class);
        connect(refunds);
        links.set(Fault.CLEAN, link -> true);
        connect(cases);
    }

    @Test
    void a_link_that_nobody_has_asked_for_is_not_there() {
        assertThatThrownBy(() -> links.proxy("gateway", "kafka"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no link gateway -> kafka");
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }
}
