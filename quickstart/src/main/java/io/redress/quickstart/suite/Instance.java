package io.redress.quickstart.suite;

/**
 * One of the instances of a service.
 *
 * @param number from 1
 */
public record Instance(ServiceName service, int number, int http, int management) {

    /** {@code case-service}, {@code case-service-2}. */
    public String name() {
        return number == 1 ? service.service() : service.service() + "-" + number;
    }
}
