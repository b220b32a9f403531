/** The peer of the jobs about cases: an embedded engine in a process of its own. */
package io.redress.benchmarks.engine;
