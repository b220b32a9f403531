package io.redress.penalties.domain.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Keys and signature of RFC 8032, section 7.1, test 2: the message is the one letter r. */
class VerifierTest {

    private static final String X509 = "302a300506032b6570032100";
    private static final String KEY = base64(X509 + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    private static final String SIGNATURE = base64("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    private final Verifier verifier = new Verifier("academy", KEY);

    @Test
    void what_was_signed_with_the_key_counts_word_for_word() {
        assertThat(verifier.signed("r", SIGNATURE)).isTrue();
        assertThat(verifier.signed("R", SIGNATURE)).isFalse();
        assertThat(verifier.signed("r\n", SIGNATURE)).isFalse();
    }

    @Test
    void another_key_a_garbled_signature_and_no_signature_at_all_sign_nothing() {
        // test 1 of the same section
        String other = base64(X509 + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

        assertThat(new Verifier("academy", other).signed("r", SIGNATURE)).isFalse();
        assertThat(verifier.signed("r", base64("00"))).isFalse();
        assertThat(verifier.signed("r", "not base64!")).isFalse();
        assertThat(verifier.signed("r", "")).isFalse();
    }

    @Test
    void a_key_is_read_or_it_is_not() {
        assertThat(verifier.readable()).isTrue();
        assertThat(new Verifier("academy", base64("3d40")).readable()).isFalse();
        assertThat(new Verifier("academy", "not base64!").readable()).isFalse();
        assertThat(new Verifier("academy", "not base64!").signed("r", SIGNATURE))
                .isFalse();
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
