/** Medians and their confidence intervals. */
package io.redress.benchmarks.stats;
