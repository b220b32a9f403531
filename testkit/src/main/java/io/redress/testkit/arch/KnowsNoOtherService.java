package io.redress.testkit.arch;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Services meet over events and HTTP only: no class of one depends on a class of another. */
final class KnowsNoOtherService extends ArchCondition<JavaClass> {

    private static final Set<String> SERVICES =
            Set.of("cases", "penalties", "refunds", "notifications", "gateway", "simulators", "infra", "quickstart");

    KnowsNoOtherService() {
        super("know no other service");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        String own = service(item.getPackageName());
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            String other = service(dependency.getTargetClass().getPackageName());
            if (SERVICES.contains(other) && !other.equals(own)) {
                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
            }
        }
    }

    private static String service(String packageName) {
        String[] parts = packageName.split("\\.", 4);
        return parts.length >= 3 && parts[0].equals("io") && parts[1].equals("redress") ? parts[2] : "";
    }
}
