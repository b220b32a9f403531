/** Benchmarks: what the suite costs beside the raw statement, a bare proxy and a peer, in CPU time. */
package io.redress.benchmarks;
