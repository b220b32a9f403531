package io.redress.e2e.crash;

import java.util.List;

/** What came of one cell: nothing wrong, or what was. */
record Verdict(List<String> wrong) {

    Verdict {
        wrong = List.copyOf(wrong);
    }

    boolean ok() {
        return wrong.isEmpty();
    }
}
