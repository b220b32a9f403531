package io.redress.quickstart.suite;

import io.redress.infra.FreePorts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where everything listens, on the loopback interface.
 *
 * @param control suite control and development issuer
 * @param smtp the mail server that takes everything
 * @param http the services' own ports
 * @param management the services' management ports
 */
public record SuitePorts(
        int control,
        int postgres,
        int kafka,
        int smtp,
        Map<ServiceName, Integer> http,
        Map<ServiceName, Integer> management) {

    public static final int CONTROL = 8090;
    public static final int POSTGRES = 15_432;
    public static final int KAFKA = 19_092;
    public static final int SMTP = 8025;

    private static final int HIGHEST = 65_535;
    private static final int MANAGEMENT_OFFSET = 1000;

    public SuitePorts {
        http = Map.copyOf(http);
        management = Map.copyOf(management);
    }

    /**
     * Management ports are the services' own plus 1000.
     *
     * @throws IllegalArgumentException if one is no TCP port, or two are the same
     */
    public static SuitePorts of(int control, int postgres, int kafka, int smtp, Map<ServiceName, Integer> http) {
        Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
        http.forEach((service, port) -> management.put(service, port + MANAGEMENT_OFFSET));
        SuitePorts ports = new SuitePorts(control, postgres, kafka, smtp, http, management);
        ports.check();
        return ports;
    }

    private void check() {
        List<Integer> all = new ArrayList<>(List.of(control, postgres, kafka, smtp));
        all.addAll(http.values());
        all.addAll(management.values());
        Set<Integer> taken = new HashSet<>();
        for (int port : all) {
            if (port < 1 || port > HIGHEST) {
                throw new IllegalArgumentException(
                        "there is no port " + port + "; a management port is its service's plus " + MANAGEMENT_OFFSET);
            }
            if (!taken.add(port)) {
                throw new IllegalArgumentException("port " + port + " would be used twice");
            }
        }
    }

    /** All of them free a moment ago. */
    public static SuitePorts free() {
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            http.put(service, FreePorts.next());
            management.put(service, FreePorts.next());
        }
        return new SuitePorts(FreePorts.next(), FreePorts.next(), FreePorts.next(), FreePorts.next(), http, management);
    }

    public static SuitePorts defaults() {
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            http.put(service, service.defaultPort());
        }
        return of(CONTROL, POSTGRES, KAFKA, SMTP, http);
    }

    public int http(ServiceName service) {
        return http.get(service);
    }

    public int management(ServiceName service) {
        return management.get(service);
    }

    public String url(ServiceName service) {
        return "http://127.0.0.1:" + http(service);
    }

    public String controlUrl() {
        return "http://127.0.0.1:" + control;
    }
}
