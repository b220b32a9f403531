package io.redress.benchmarks.opencase;

import io.redress.testkit.TestIssuer;
import java.util.List;
import java.util.stream.IntStream;

/** One token for each merchant, as people have: the same one for many requests. */
public final class MerchantTokens {

    private final List<String> tokens;

    public MerchantTokens(TestIssuer issuer) {
        this.tokens = IntStream.range(0, Penalties.MERCHANTS)
                .mapToObj(Penalties::merchant)
                .map(merchant -> issuer.merchant("user-of-" + merchant, merchant, "merchant"))
                .toList();
    }

    /** Of the merchant whose the penalty of that number is. */
    public String of(int number) {
        return tokens.get(number % tokens.size());
    }
}
