package io.redress.quickstart.suite;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where everything listens, on the loopback interface.
 *
 * @param control suite control and development issuer
 * @param http the services' own ports
 * @param management the services' management ports
 */
public record SuitePorts(
        int control, int postgres, int kafka, Map<ServiceName, Integer> http, Map<ServiceName, Integer> management) {

    public static final int CONTROL = 8090;
    public static final int POSTGRES = 15_432;
    public static final int KAFKA = 19_092;

    private static final int MANAGEMENT_OFFSET = 1000;

    public SuitePorts {
        http = Map.copyOf(http);
        management = Map.copyOf(management);
    }

    /** Management ports are the services' own plus 1000. */
    public static SuitePorts of(int control, int postgres, int kafka, Map<ServiceName, Integer> http) {
        Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
        http.forEach((service, port) -> management.put(service, port + MANAGEMENT_OFFSET));
        return new SuitePorts(control, postgres, kafka, http, management);
    }

    public static SuitePorts defaults() {
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            http.put(service, service.defaultPort());
        }
        return of(CONTROL, POSTGRES, KAFKA, http);
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
