package io.redress.e2e.crash;

import io.redress.kit.faults.CrashPoint;
import io.redress.quickstart.suite.ServiceName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A command or a consumer of a service.
 *
 * @param kind command or consumer
 * @param name operationId of the command, or type of the event that is consumed
 * @param scopes for which scope each step is armed; a step that is missing is never reached
 * @param without why steps are missing, for the reader
 * @param deeds makes everything ready and says what is to be done; called once a cell
 */
record Row(
        ServiceName service, String kind, String name, Map<Step, String> scopes, String without, Supplier<Deed> deeds) {

    static final String COMMAND = "command";
    static final String CONSUMER = "consumer";

    /** What a pair of crash points is around. */
    enum Step {
        STATEMENT,
        COMMIT,
        PRODUCE,
        ACKNOWLEDGE,
        OFFSET,
        REPLY;

        static Step of(CrashPoint point) {
            String name = point.name();
            return valueOf(name.substring(name.indexOf('_') + 1));
        }
    }

    Row {
        scopes = Map.copyOf(scopes);
    }

    boolean consumes() {
        return kind.equals(CONSUMER);
    }

    Optional<String> scope(CrashPoint point) {
        return Optional.ofNullable(scopes.get(Step.of(point)));
    }

    String title() {
        return service.service() + " " + kind + " " + name;
    }
}
