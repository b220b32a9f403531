package io.redress.testkit.eventloop;

import java.util.List;

/** Calls that count as blocking and are borne on an event loop, each for a reason. */
final class AllowedCalls {

    /** Everything that this method calls. */
    record Allowed(String type, String method, String reason) {}

    static final List<Allowed> ALL = List.of(
            new Allowed("java.lang.ClassLoader", "loadClass", "a class is read from its jar once"),
            new Allowed("java.security.SecureRandom", "nextBytes", "the system's random source does not wait"),
            new Allowed("com.ibm.icu.impl.ICUBinary", "getData", "a language's data are read from their jar once"),
            new Allowed("com.sun.jmx.mbeanserver.Repository", "addMBean", "the table of MBeans is locked for a moment"),
            new Allowed("com.sun.jmx.mbeanserver.Repository", "remove", "the table of MBeans is locked for a moment"),
            new Allowed("com.sun.jmx.mbeanserver.Repository", "retrieve", "the table of MBeans is locked for a moment"),
            new Allowed(
                    "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup",
                    "tryExpandMagazines",
                    "a pool of buffers is locked for a moment when it grows"),
            new Allowed("io.vertx.core.internal.WorkerPool", "close", "only when its Vert.x is closed"));

    private AllowedCalls() {}
}
