/** Postgres, broker, services and peers as processes, so that each one's CPU time and memory can be told apart. */
package io.redress.benchmarks.suite;
