package io.redress.e2e.faults;

import io.redress.quickstart.suite.Links;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The links of a suite of processes, each through a proxy of its own. All are clean until something is set.
 *
 * <p>Limit: a link is one from a service to a part; all instances of the service share it.
 */
public final class FaultLinks implements Links, AutoCloseable {

    /** A service by its name, and the part that it reaches. */
    public record Link(String from, String to) implements Comparable<Link> {
        @Override
        public int compareTo(Link other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    private final Map<Link, FaultProxy> proxies = new TreeMap<>();

    /** A service is told its own address among the others', and does not use it. */
    @Override
    public synchronized int port(String from, String to, int port) {
        if (from.equals(to)) {
            return port;
        }
        return proxies.computeIfAbsent(
                        new Link(from, to),
                        link -> FaultProxy.start(0, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                .port();
    }

    /** Those that the suite has asked for: all of them once it has started. */
    public synchronized List<Link> links() {
        return List.copyOf(proxies.keySet());
    }

    /** @throws IllegalArgumentException if there is no such link */
    public synchronized FaultProxy proxy(String from, String to) {
        FaultProxy proxy = proxies.get(new Link(from, to));
        if (proxy == null) {
            throw new IllegalArgumentException("no link " + new Link(from, to));
        }
        return proxy;
    }

    /** Sets a fault for present and new connections of some links. */
    public void set(Fault fault, Predicate<Link> which) {
        chosen(which).forEach(proxy -> proxy.set(fault));
    }

    private synchronized Collection<FaultProxy> chosen(Predicate<Link> which) {
        return links().stream().filter(which).map(proxies::get).toList();
    }

    /** After the suite has been stopped. */
    @Override
    public void close() {
        chosen(link -> true).forEach(FaultProxy::close);
    }
}
