package io.redress.quickstart.suite;

import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One instance of each service in this process, each through its own composition root. */
final class ServicesInJvm implements RunningServices {

    private final Runtime runtime;
    private final List<Instance> instances;
    private final Map<ServiceName, RunnableService> services = new EnumMap<>(ServiceName.class);
    private ServiceEnvironment environment;

    ServicesInJvm(Runtime runtime, SuitePorts ports) {
        this.runtime = runtime;
        this.instances = Stream.of(ServiceName.values())
                .map(service -> new Instance(service, 1, ports.http(service), ports.management(service)))
                .toList();
    }

    @Override
    public void start(ServiceEnvironment given) {
        environment = given;
        for (Instance instance : instances) {
            services.put(instance.service(), create(instance));
        }
        Completion.of(Future.all(
                services.values().stream().map(RunnableService::start).toList()));
    }

    private RunnableService create(Instance instance) {
        return SuiteServices.create(instance.service(), new Env(environment.of(instance)), runtime);
    }

    @Override
    public void stop(ServiceName service) {
        Completion.of(services.get(service).stop());
    }

    @Override
    public void start(ServiceName service) {
        Instance instance = instances.stream()
                .filter(each -> each.service() == service)
                .findFirst()
                .orElseThrow();
        RunnableService fresh = create(instance);
        services.put(service, fresh);
        Completion.of(fresh.start());
    }

    @Override
    public List<Instance> instances() {
        return instances;
    }

    @Override
    public void stopAll() {
        RunnableService gateway = services.remove(ServiceName.GATEWAY);
        if (gateway != null) {
            Completion.quietly("gateway", gateway.stop());
        }
        Completion.quietly(
                "services",
                Future.join(
                        services.values().stream().map(RunnableService::stop).toList()));
        services.clear();
    }
}
