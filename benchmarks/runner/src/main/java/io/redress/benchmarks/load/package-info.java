/** Load, from a process that is not measured. */
package io.redress.benchmarks.load;
