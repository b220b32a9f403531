/** J6: list a queue of a million cases. */
package io.redress.benchmarks.list;
