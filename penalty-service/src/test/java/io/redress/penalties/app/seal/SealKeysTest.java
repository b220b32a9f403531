package io.redress.penalties.app.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first key seals, every key opens, and a record is bound to its penalty. */
class SealKeysTest {

    private static final String ONE = "k1:" + key(1);
    private static final String TWO = "k2:" + key(2);
    private static final byte[] CONTENT = "how it was found".getBytes(StandardCharsets.UTF_8);

    private static String key(int filling) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void what_an_older_key_sealed_is_opened_by_a_ring_that_still_has_it() throws Exception {
        Sealed sealed = SealKeys.parse(ONE).seal("pen_1", CONTENT);

        assertThat(sealed.keyId()).isEqualTo("k1");
        assertThat(SealKeys.parse(TWO + "," + ONE).open("pen_1", sealed)).isEqualTo(CONTENT);
        assertThat(SealKeys.parse(TWO + "," + ONE).seal("pen_1", CONTENT).keyId())
                .isEqualTo("k2");
    }

    @Test
    void two_seals_of_the_same_content_differ() {
        SealKeys keys = SealKeys.parse(ONE);
        assertThat(keys.seal("pen_1", CONTENT).ciphertext())
                .isNotEqualTo(keys.seal("pen_1", CONTENT).ciphertext());
    }

    @Test
    void a_key_that_is_gone_is_said_to_be_unknown() {
        Sealed sealed = SealKeys.parse(ONE).seal("pen_1", CONTENT);
        assertThatThrownBy(() -> SealKeys.parse(TWO).open("pen_1", sealed))
                .isInstanceOfSatisfying(
                        SealKeys.Unreadable.class, e -> assertThat(e.why()).isEqualTo("unknown-key"));
    }

    @Test
    void a_record_moved_to_another_penalty_or_changed_is_damaged() {
        SealKeys keys = SealKeys.parse(ONE);
        Sealed sealed = keys.seal("pen_1", CONTENT);
        byte[] changed = sealed.ciphertext().clone();
        changed[0] ^= 1;
        assertDamaged(keys, "pen_2", sealed);
        assertDamaged(keys, "pen_1", new Sealed("k1", sealed.nonce(), changed));
    }

    private static void assertDamaged(SealKeys keys, String penalty, Sealed sealed) {
        assertThatThrownBy(() -> keys.open(penalty, sealed))
                .isInstanceOfSatisfying(
                        SealKeys.Unreadable.class, e -> assertThat(e.why()).isEqualTo("damaged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:c2hvcnQ=", "k1:not base64!", "k 1:AAAA"})
    void a_ring_that_cannot_be_read_is_refused(String ring) {
        assertThatThrownBy(() -> SealKeys.parse(ring)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_twice_is_refused_and_no_message_shows_a_key() {
        assertThatThrownBy(() -> SealKeys.parse(ONE + "," + ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(key(1));
        assertThat(SealKeys.parse(ONE).toString()).doesNotContain(key(1));
    }
}
