package io.redress.quickstart.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.redress.infra.FreePorts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleMailServerTest {

    @Test
    void it_keeps_what_it_took_until_that_is_more_than_it_may_keep() {
        int port = FreePorts.next();
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        try (SampleMailServer server = new SampleMailServer(port, 2)) {
            server.start();
            send(setup, "one");
            send(setup, "two");
            server.forgetIfTooMany();
            assertThat(server.taken(Optional.of("one@shop.example"))).hasSize(1);
            assertThat(server.taken(Optional.empty())).hasSize(2);

            send(setup, "three");
            server.forgetIfTooMany();
            assertThat(server.taken(Optional.empty())).isEmpty();
        }
    }

    private static void send(ServerSetup setup, String who) {
        GreenMailUtil.sendTextEmail(who + "@shop.example", "notices@redress.example", "A notice", "Its words.", setup);
    }
}
