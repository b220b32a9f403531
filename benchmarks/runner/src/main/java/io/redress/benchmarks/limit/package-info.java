/** The limit of a write: the same statements, sent by pgbench. */
package io.redress.benchmarks.limit;
