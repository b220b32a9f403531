package io.redress.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {

    @Test
    void what_is_used_is_the_sum_of_the_generations_without_what_is_no_heap() {
        assertThat(Heap.parse("""
                        4711:
                         def new generation   total 78656K, used 1399K [0x00000000f0000000, 0x00000000f5550000)
                          eden space 69952K,   2% used [0x00000000f0000000, 0x00000000f015dfe8)
                         tenured generation   total 174784K, used 20601K [0x00000000f5550000, 0x0000000100000000)
                           the space 174784K,  11% used [0x00000000f5550000, 0x00000000f696e7f8)
                         Metaspace       used 45012K, committed 45504K, reserved 1114112K
                          class space    used 5012K, committed 5248K, reserved 1048576K
                        """)).isEqualTo(22_000);
    }
}
