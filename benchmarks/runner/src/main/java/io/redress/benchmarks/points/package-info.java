/** Points and what ends with them, where there are many: P2 and P3. */
package io.redress.benchmarks.points;
