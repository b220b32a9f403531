package io.redress.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final RandomGenerator random = new Random(7);

    @Test
    void aHeaderIsReadAndWrittenAsItWas() {
        TraceParent read = TraceParent.parse(SAMPLED).orElseThrow();

        assertThat(read.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(read.spanId()).isEqualTo("b7ad6b7169203331");
        assertThat(read.sampled()).isTrue();
        assertThat(read.header()).isEqualTo(SAMPLED);
    }

    @Test
    void flagsThatWeDoNotKnowAreNotPassedOn() {
        assertThat(TraceParent.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-fe"))
                .map(TraceParent::header)
                .contains("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
    }

    @Test
    void aLaterVersionIsReadAsFarAsItIsKnown() {
        assertThat(TraceParent.parse("01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"))
                .map(TraceParent::header)
                .contains(SAMPLED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n",
                "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01"
            })
    void whatIsNotATraceParentIsNoTraceParent(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Test
    void anEndlessHeaderIsNotRead() {
        assertThat(TraceParent.parse("01" + SAMPLED.substring(2) + "-" + "x".repeat(300)))
                .isEmpty();
    }

    @Test
    void aChildKeepsTheTraceAndHasASpanOfItsOwn() {
        TraceParent parent = TraceParent.parse(SAMPLED).orElseThrow();

        TraceParent child = parent.child(random);

        assertThat(child.traceId()).isEqualTo(parent.traceId());
        assertThat(child.spanId()).isNotEqualTo(parent.spanId());
        assertThat(child.sampled()).isTrue();
    }

    @Test
    void aBadHeaderStartsANewTrace() {
        TraceParent first = TraceParent.following("nonsense", random);
        TraceParent second = TraceParent.following(null, random);

        assertThat(first.traceId()).isNotEqualTo(second.traceId());
        assertThat(first.sampled()).isFalse();
        assertThat(TraceParent.parse(first.header())).contains(first);
    }

    @Test
    void randomnessThatGivesZerosGivesNoIdOfZeros() {
        long[] given = {0, 5, 0, 6, 7};
        int[] turn = {0};

        TraceParent fresh = TraceParent.fresh(() -> given[turn[0]++]);

        assertThat(fresh.header()).isEqualTo("00-00000000000000050000000000000006-0000000000000007-00");
    }

    @Test
    void anIdOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> new TraceParent("abc", "b7ad6b7169203331", true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
