package io.redress.quickstart.suite;

/** Where a part of the suite finds another: where that one listens, or, in fault runs, behind something in between. */
@FunctionalInterface
public interface Links {

    /** Nothing in between. */
    Links DIRECT = (from, to, port) -> port;

    /**
     * @param from a service by its name
     * @param to {@code postgres}, {@code kafka}, {@code issuer} or an instance of a service by its name
     * @param port where that one listens on the loopback interface
     * @return the port on the loopback interface that {@code from} is told
     */
    int port(String from, String to, int port);
}
