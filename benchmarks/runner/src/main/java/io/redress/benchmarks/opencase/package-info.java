/** J1: open a case. */
package io.redress.benchmarks.opencase;
