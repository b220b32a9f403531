/** J9: what the services hold in memory. */
package io.redress.benchmarks.memory;
