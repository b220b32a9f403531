package io.redress.cases.domain;

import java.util.List;

/** What a command on a case leads to. */
public record CaseChange(CaseFile state, List<CaseEvent> events) {

    public CaseChange {
        events = List.copyOf(events);
    }
}
