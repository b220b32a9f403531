package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.workload.Answer;
import io.redress.e2e.workload.Outcome;
import io.redress.e2e.workload.Settled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplaysIdenticalTest {

    private static final Settled FIRST = PlantedHistory.proposal("w-j1-propose", Outcome.OK);
    private static final String BODY = "{\"id\":\"pen_1\"}";

    @Test
    void the_same_bytes_etag_and_location_as_a_replay_are_as_they_should_be() {
        assertThat(check(replay(201, "\"1\"", "/v1/penalties/pen_1", BODY))).isEmpty();
    }

    @Test
    void a_changed_byte_is_found() {
        assertThat(check(replay(201, "\"1\"", "/v1/penalties/pen_1", "{\"id\": \"pen_1\"}")))
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains("w-j1-propose", "and again"));
    }

    @Test
    void another_status_etag_or_location_is_found() {
        assertThat(check(replay(200, "\"1\"", "/v1/penalties/pen_1", BODY))).hasSize(1);
        assertThat(check(replay(201, "\"2\"", "/v1/penalties/pen_1", BODY))).hasSize(1);
        assertThat(check(replay(201, "\"1\"", "/v1/penalties/pen_2", BODY))).hasSize(1);
    }

    @Test
    void an_answer_that_is_no_replay_is_found() {
        Answer fresh = PlantedHistory.created(BODY);
        assertThat(check(fresh)).singleElement().satisfies(one -> assertThat(one.what())
                .contains("not as a replay"));
    }

    @Test
    void no_answer_is_found() {
        Settled silent = new Settled(FIRST.command(), Outcome.UNKNOWN, 5, 5, Optional.empty());
        assertThat(new ReplaysIdentical(List.of(FIRST), List.of(), 10, new Random(1), command -> silent).check())
                .hasSize(1);
    }

    @Test
    void what_differed_within_the_run_is_told_too() {
        assertThat(new ReplaysIdentical(List.of(), List.of("twins differed"), 10, new Random(1), command -> FIRST)
                        .check())
                .containsExactly(new Violation("I10", "twins differed"));
    }

    @Test
    void refusals_that_were_kept_are_replayed_and_nothing_that_was_not() {
        Settled kept = PlantedHistory.proposal("w-j1-tariff", Outcome.REFUSED);
        Settled forbidden = new Settled(
                PlantedHistory.proposal("w-j1-forbidden", Outcome.REFUSED).command(),
                Outcome.REFUSED,
                1,
                0,
                Optional.of(PlantedHistory.refused(403, "forbidden")));
        Settled unknown = PlantedHistory.proposal("w-j1-unknown", Outcome.UNKNOWN);
        List<String> sent = new ArrayList<>();
        new ReplaysIdentical(List.of(kept, forbidden, unknown), List.of(), 10, new Random(1), command -> {
                    sent.add(command.id());
                    return kept;
                })
                .check();
        assertThat(sent).containsExactly("w-j1-tariff");
    }

    private static Answer replay(int status, String etag, String location, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("etag", etag);
        headers.put("location", location);
        headers.put("idempotent-replayed", "true");
        return PlantedHistory.answer(status, headers, body);
    }

    private static List<Violation> check(Answer again) {
        return new ReplaysIdentical(
                        List.of(FIRST),
                        List.of(),
                        10,
                        new Random(1),
                        command -> new Settled(command, Outcome.OK, 1, 0, Optional.of(again)))
                .check();
    }
}
