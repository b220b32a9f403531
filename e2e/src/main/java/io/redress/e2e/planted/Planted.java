package io.redress.e2e.planted;

import io.redress.quickstart.suite.ServiceName;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bug that is put into some services on purpose.
 *
 * @param name e.g. {@code inbox-row-not-written}
 * @param breaks what no longer holds
 * @param exposure under what it shows
 * @param shownBy what the violation that names it says, as a regular expression; others follow from it
 * @param services that run with it
 */
public record Planted(
        String name, String breaks, Exposure exposure, String shownBy, Set<ServiceName> services, List<Edit> edits) {

    /** Those that publish and consume events. */
    static final Set<ServiceName> MESSAGING =
            Set.of(ServiceName.PENALTIES, ServiceName.CASES, ServiceName.REFUNDS, ServiceName.NOTIFICATIONS);

    /** Every one. */
    static final Set<ServiceName> ALL = Set.copyOf(EnumSet.allOf(ServiceName.class));

    public Planted {
        services = Set.copyOf(services);
        edits = List.copyOf(edits);
    }

    /** What a plan of processes puts before the jars of the services that run with it. */
    public Map<ServiceName, List<Path>> classPathInFront(Path classes) {
        return services.stream().collect(Collectors.toMap(service -> service, service -> List.of(classes)));
    }

    static Planted of(
            String name, String breaks, Exposure exposure, String shownBy, Set<ServiceName> services, Edit... edits) {
        return new Planted(name, breaks, exposure, shownBy, services, List.of(edits));
    }

    /** The first violation that names this bug; that something else is wrong proves nothing of it. */
    public Optional<String> named(List<String> violations) {
        Pattern pattern = Pattern.compile(shownBy, Pattern.DOTALL);
        return violations.stream()
                .filter(violation -> pattern.matcher(violation).find())
                .findFirst();
    }
}
