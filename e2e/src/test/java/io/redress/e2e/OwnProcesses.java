package io.redress.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * A class that starts processes or a suite of its own and leaves the shared {@link RunningSuite} alone. It runs beside the classes that share
 * that suite, which go on in their order; of classes with this annotation two run at a time, and their tests in turn.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = OwnProcesses.InTurn.class)
public @interface OwnProcesses {

    /** A lock that only the class itself takes: tests of a class that holds one run in turn, on one thread. */
    final class InTurn implements ResourceLocksProvider {

        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock(testClass.getName()));
        }
    }
}
