package io.redress.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class that starts processes of its own and leaves {@link RunningSuite} alone. It runs beside the classes that share
 * that suite, which go on in their order; of classes with this annotation one runs at a time, and its tests in turn. Not
 * all that could have it do: both lanes are to take about as long.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("processes")
public @interface OwnProcesses {}
