/** J3: lodge an appeal. */
package io.redress.benchmarks.lodge;
