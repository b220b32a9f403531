package io.redress.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final String PEER = "10.0.0.1";

    @Test
    void without_trusted_proxies_nothing_that_is_claimed_counts() {
        assertThat(new ClientAddress(0).of(PEER, List.of("203.0.113.7"))).isEqualTo(key(PEER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 203.0.113.7 | 203.0.113.7",
                "1 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "2 | 198.51.100.1, 203.0.113.7, 192.0.2.9 | 203.0.113.7",
            })
    void behind_trusted_proxies_it_is_what_the_outermost_of_them_has_seen(int hops, String header, String client) {
        assertThat(new ClientAddress(hops).of(PEER, List.of(header))).isEqualTo(key(client));
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(new ClientAddress(1).of(PEER, List.of("198.51.100.1", "203.0.113.7")))
                .isEqualTo(key("203.0.113.7"));
    }

    @Test
    void with_fewer_hops_than_there_must_be_it_is_the_peer() {
        assertThat(new ClientAddress(2).of(PEER, List.of("203.0.113.7"))).isEqualTo(key(PEER));
        assertThat(new ClientAddress(1).of(PEER, List.of())).isEqualTo(key(PEER));
    }

    @Test
    void of_an_ipv6_address_the_network_counts_and_a_mapped_ipv4_address_is_that_address() {
        assertThat(key("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(key("2001:db8:1:2::1"))
                .isNotEqualTo(key("2001:db8:1:3::1"));
        assertThat(key("::ffff:203.0.113.7")).isEqualTo(key("203.0.113.7"));
        assertThat(key("::ffff:203.0.113.8")).isNotEqualTo(key("203.0.113.7"));
    }

    private static String key(String address) {
        return new ClientAddress(0).of(address, List.of());
    }
}
