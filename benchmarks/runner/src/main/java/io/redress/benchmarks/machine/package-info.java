/** What the machine says of processes and of itself. */
package io.redress.benchmarks.machine;
