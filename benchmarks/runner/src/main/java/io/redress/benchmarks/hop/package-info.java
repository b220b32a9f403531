/** J7: one hop through the gateway. */
package io.redress.benchmarks.hop;
