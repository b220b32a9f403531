package io.redress.e2e;

import io.redress.e2e.faults.Fault;
import io.redress.e2e.faults.FaultLinks;
import io.redress.quickstart.suite.Instance;
import io.redress.quickstart.suite.Part;
import io.redress.quickstart.suite.ProcessPlan;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.Suite;
import io.redress.quickstart.suite.SuiteConfig;
import io.redress.quickstart.suite.SuitePorts;
import io.redress.quickstart.suite.SuiteProcesses;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suite whose parts are processes, on free ports and with data of its own, to do harm to: processes can be killed,
 * held and stopped, and a {@code FaultProxy} stands on every link between a service and what it reaches. If this process is ended
 * meanwhile, the suite's processes are killed. All methods block.
 */
public final class ProcessSuite implements AutoCloseable {

    private final SuitePorts ports = SuitePorts.free();
    private final FaultLinks links = new FaultLinks();
    private final Path data;
    private final Suite suite;
    private final Thread ending;

    /**
     * What of it is out of the ordinary.
     *
     * @param replicas instances of a service where there is to be more than one
     * @param environment further variables of a service
     * @param classPathInFront classes that a service takes before those of its jar
     */
    public record Settings(
            Map<ServiceName, Integer> replicas,
            Map<ServiceName, Map<String, String>> environment,
            Map<ServiceName, List<Path>> classPathInFront) {

        /** One instance of each service, as it is packaged. */
        public static Settings plain() {
            return new Settings(Map.of(), Map.of(), Map.of());
        }
    }

    private ProcessSuite(Path root, Path data, Settings settings) {
        this.data = data;
        ProcessPlan plan =
                new ProcessPlan(root, settings.replicas(), settings.environment(), settings.classPathInFront(), links);
        this.suite = new Suite(
                new SuiteConfig(data, ports, Optional.empty(), Optional.empty(), Optional.of(plan)), Map.of());
        this.ending = new Thread(() -> processes().end(), "end");
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /**
     * Returns when it is ready.
     *
     * @param root the project's directory, whose packaged jars are run
     * @param data an empty directory
     */
    public static ProcessSuite start(Path root, Path data, Settings settings) {
        ProcessSuite started = new ProcessSuite(root, data, settings);
        try {
            started.suite.start();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    public SuiteAddress address() {
        return SuiteAddress.of(ports, data, processes().instances());
    }

    public SuiteProcesses processes() {
        return suite.processes().orElseThrow();
    }

    /** {@code postgres}, {@code kafka}, or an instance of a service by its name. */
    public Part part(String name) {
        return processes().part(name);
    }

    /** Instances of services, by name. */
    public List<String> serviceParts() {
        return processes().instances().stream().map(Instance::name).toList();
    }

    /** Process ids of the instances of services that run now, by management origin. */
    public Map<String, Long> processIds() {
        Map<String, Long> ids = new HashMap<>();
        for (Instance instance : processes().instances()) {
            part(instance.name()).pid().ifPresent(pid -> ids.put("http://127.0.0.1:" + instance.management(), pid));
        }
        return Map.copyOf(ids);
    }

    public FaultLinks links() {
        return links;
    }

    /** Every link is clean, every process goes on, and all of them are ready. */
    public void heal() {
        links.set(Fault.CLEAN, link -> true);
        processes().parts().forEach(Part::resume);
        processes().parts().forEach(Part::start);
    }

    @Override
    public void close() {
        links.set(Fault.CLEAN, link -> true);
        suite.close();
        links.close();
        Runtime.getRuntime().removeShutdownHook(ending);
    }
}
