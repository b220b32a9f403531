package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void a_cursor_gives_back_the_sort_key_it_was_made_of() {
        String cursor = PageRequest.cursor(List.of("2018-04-20T02:00:00Z", "cas_1"));

        assertThat(PageRequest.of(Optional.of("10"), Optional.of(cursor)).after())
                .contains(List.of("2018-04-20T02:00:00Z", "cas_1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", ""})
    void a_limit_out_of_range_is_refused(String limit) {
        assertThatThrownBy(() -> PageRequest.of(Optional.of(limit), Optional.empty()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void rubbish_is_no_cursor() {
        assertThatThrownBy(() -> PageRequest.of(Optional.empty(), Optional.of("%%%")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_page_with_more_behind_it_points_to_the_next() {
        Page<String> first = Page.of(List.of("a", "b", "c"), 2, List::of);
        Page<String> last = Page.of(List.of("c"), 2, List::of);

        assertThat(first.items()).containsExactly("a", "b");
        assertThat(PageRequest.of(Optional.empty(), Optional.of(first.next())).after())
                .contains(List.of("b"));
        assertThat(last.next()).isNull();
    }
}
