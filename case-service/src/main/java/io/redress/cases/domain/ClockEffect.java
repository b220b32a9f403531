package io.redress.cases.domain;

/** What a transition does to the clocks. */
public enum ClockEffect {
    NONE("—"),
    WINDOW_STOPS("the appeal window stops"),
    WINDOW_STOPS_IF_OPEN("the appeal window stops, if it has not closed"),
    WINDOW_RUNS_ON("the appeal window runs on with what was left of it"),
    ANSWER_CLOCK_STARTS("the department's time to answer starts"),
    ANSWER_CLOCK_ENDS("the department's time to answer ends"),
    REPLY_CLOCK_STARTS("the reply window starts"),
    REPLY_CLOCK_ENDS("the reply window ends"),
    CONDITION_CLOCKS_START("each condition's deadline starts"),
    CONDITION_CLOCK_ENDS("the condition's deadline ends"),
    CONDITION_CLOCK_LAPSED("the condition has lapsed; the deadlines of the others end"),
    EFFECT_CLOCKS_START("each effect line's deadline starts"),
    EFFECT_CLOCK_ENDS("the effect line's deadline ends"),
    EFFECT_CLOCK_LAPSED("the effect line is overdue"),
    REQUEST_CLOCK_STARTS("the time to answer the request to reopen starts"),
    REQUEST_CLOCK_ENDS("the time to answer a request to reopen ends, where one waits"),
    REQUEST_CLOCK_LAPSED("the request to reopen is overdue");

    private final String words;

    ClockEffect(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
