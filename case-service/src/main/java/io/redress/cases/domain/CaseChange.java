package io.redress.cases.domain;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a command on a case leads to. */
public record CaseChange(CaseFile state, List<CaseEvent> events) {

    public CaseChange {
        events = List.copyOf(events);
    }

    /** What follows from it in the same command. */
    public CaseChange then(Function<CaseFile, CaseChange> next) {
        CaseChange following = next.apply(state);
        return new CaseChange(
                following.state(),
                Stream.concat(events.stream(), following.events().stream()).toList());
    }
}
