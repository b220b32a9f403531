package io.redress.e2e.oracles;

import io.redress.e2e.workload.Kind;
import java.util.Map;

/** How often each effect is there, by the marker of the command that it belongs to. */
interface Effects {

    /** In the tables of the service that the command went to. */
    Map<String, Integer> rows(Kind kind);

    /** In that service's history. */
    Map<String, Integer> events(Kind kind);
}
