package io.redress.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class StoryFileTest {

    private final StoryFile story = StoryFile.load("S4").orElseThrow();

    @Test
    void the_mirror_changes_clause_outcome_and_what_must_hold() {
        StoryFile mirror = story.mirrored();

        assertThat(mirror.given("clause")).isEqualTo("C-91");
        assertThat(mirror.given("outcome")).isEqualTo("UPHOLD");
        assertThat(mirror.expect("shopPoints").asInt()).isEqualTo(48);
        assertThat(mirror.expect("otherShopPoints").asInt()).isEqualTo(24);
        assertThat(story.given("clause")).isEqualTo("C-02");
    }

    @Test
    void single_figures_and_dates_can_be_changed() {
        assertThat(story.with("ruledPoints", "20").givenNumber("ruledPoints")).isEqualTo(20);
        assertThat(story.with("closedAt", "2018-04-19T00:00:00+08:00").timeline())
                .containsEntry("closedAt", OffsetDateTime.parse("2018-04-19T00:00:00+08:00"));
    }

    @Test
    void an_unknown_key_or_a_value_of_another_kind_is_refused() {
        assertThatThrownBy(() -> story.with("nothing", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> story.with("ruledPoints", "many")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> story.with("closedAt", "yesterday"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("closedAt");
    }

    @Test
    void an_unknown_story_is_none() {
        assertThat(StoryFile.load("S99")).isEmpty();
    }

    @Test
    void a_story_expects_as_many_notices_as_were_counted_by_hand() {
        int notices = 0;
        for (var count : story.expect("notices")) {
            notices += count.asInt();
        }
        assertThat(notices).isEqualTo(12);
    }
}
