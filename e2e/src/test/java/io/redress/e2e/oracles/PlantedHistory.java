package io.redress.e2e.oracles;

import io.redress.e2e.workload.Answer;
import io.redress.e2e.workload.Command;
import io.redress.e2e.workload.Kind;
import io.redress.e2e.workload.Outcome;
import io.redress.e2e.workload.Settled;
import io.redress.quickstart.story.User;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commands and answers made up for the tests of the oracles. */
final class PlantedHistory {

    private PlantedHistory() {}

    static Settled proposal(String id, Outcome outcome) {
        return command(id, Kind.PROPOSE, id, outcome);
    }

    static Settled command(String id, Kind kind, String marker, Outcome outcome) {
        Command command = new Command(
                id,
                kind,
                marker,
                Optional.of(User.staff("enf-1", "enforcement")),
                "POST",
                "/v1/penalties",
                Optional.of(id),
                Optional.empty(),
                "{}",
                Set.of(Command.ACCEPTED),
                Set.of());
        Optional<Answer> answer =
                switch (outcome) {
                    case OK -> Optional.of(created("{\"id\":\"pen_1\"}"));
                    case REFUSED -> Optional.of(refused(422, "tariff-mismatch"));
                    case UNKNOWN -> Optional.empty();
                };
        return new Settled(command, outcome, 1, outcome == Outcome.UNKNOWN ? 1 : 0, answer);
    }

    static Answer created(String body) {
        return answer(201, Map.of("etag", "\"1\"", "location", "/v1/penalties/pen_1"), body);
    }

    static Answer refused(int status, String code) {
        String body = "{\"type\":\"/problems/" + code + "\",\"title\":\"No\",\"status\":" + status + ",\"code\":\""
                + code + "\",\"requestId\":\"r-1\"}";
        return answer(status, Map.of("content-type", "application/problem+json"), body);
    }

    static Answer answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
